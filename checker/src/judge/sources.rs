//! What the judges are built from, as files and as a number.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::course;

/// The folder of their packages, in the clone.
pub(super) const HARNESS: &str = "checker/harness";

/// The versions of all dependencies of the workspace.
const LOCK: &str = "Cargo.lock";

/// Their sources, the versions of their dependencies, the toolchain.
pub(super) fn files(root: &Path) -> Vec<PathBuf> {
    let mut files = ["Cargo.toml", LOCK, "rust-toolchain.toml"].map(|file| root.join(file)).to_vec();
    collect(&root.join(HARNESS), &mut files);
    files.sort();
    files
}

/// A number for these files, the same on every machine. Of the dependencies only those count that `packages` have.
pub(super) fn fingerprint(root: &Path, packages: &[&str]) -> String {
    let content = |file: PathBuf| {
        let name = file.strip_prefix(root).unwrap_or(&file);
        let content = std::fs::read(&file).unwrap_or_default();
        // A lock that is not understood counts as a whole.
        let lock = str::from_utf8(&content).ok().filter(|_| name == Path::new(LOCK));
        let part = lock.and_then(|lock| part_of_lock(lock, packages)).map(String::into_bytes);
        (name.as_os_str().as_encoded_bytes().to_owned(), part.unwrap_or(content))
    };
    course::number(files(root).into_iter().map(content))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            // Tests of the judges do not go into what is built.
            if !path.ends_with("tests") {
                collect(&path, files);
            }
        } else {
            files.push(path);
        }
    }
}

/// The lock without the packages that none of these needs, be it only for its tests; none if that cannot be told.
fn part_of_lock(lock: &str, packages: &[&str]) -> Option<String> {
    const PACKAGE: &str = "[[package]]\n";
    let mut parts = lock.split(PACKAGE);
    let head = parts.next()?;
    let all: Vec<Locked<'_>> = parts.map(Locked::parse).collect::<Option<_>>()?;
    let mut by_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, package) in all.iter().enumerate() {
        by_name.entry(package.name).or_default().push(index);
    }
    let mut needed = BTreeSet::new();
    let mut left: Vec<&str> = packages.to_vec();
    while let Some(dependency) = left.pop() {
        // A name, with the version where there are several, and with the source where that leaves several.
        let mut words = dependency.split(' ');
        let (name, version) = (words.next()?, words.next());
        let same_name = by_name.get(name)?;
        let mut found = same_name.iter().filter(|&&index| version.is_none_or(|it| all[index].version == it)).peekable();
        found.peek()?;
        for &index in found.filter(|&&index| needed.insert(index)) {
            left.extend(&all[index].dependencies);
        }
    }
    let needed = needed.into_iter().flat_map(|index| [PACKAGE, all[index].text.trim_end(), "\n"]);
    Some(std::iter::once(head).chain(needed).collect())
}

/// A package as cargo writes it down. A reader of TOML takes several times as long, and every command begins with this.
struct Locked<'a> {
    text: &'a str,
    name: &'a str,
    version: &'a str,
    dependencies: Vec<&'a str>,
}

impl<'a> Locked<'a> {
    /// None if there is any line that is not known.
    fn parse(text: &'a str) -> Option<Self> {
        let mut package = Locked { text, name: "", version: "", dependencies: Vec::new() };
        for line in text.lines() {
            match line.split_once(" = ") {
                Some(("name", name)) => package.name = quoted(name)?,
                Some(("version", version)) => package.version = quoted(version)?,
                Some(("source" | "checksum", text)) => drop(quoted(text)?),
                Some(("dependencies", "[")) => {}
                Some(_) => return None,
                None if matches!(line, "" | "]") => {}
                None => package.dependencies.push(quoted(line.strip_prefix(' ')?.strip_suffix(',')?)?),
            }
        }
        Some(package)
    }
}

fn quoted(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::installed;

    #[test]
    fn an_installed_program_carries_all_that_the_judges_are_built_from() {
        let clone = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let carried = installed::carried_paths();
        for file in files(&clone) {
            let file = file.strip_prefix(&clone).unwrap().to_str().unwrap();
            assert!(carried.iter().any(|path| path == file), "{file} is missing");
        }
    }

    fn package(name: &str, version: &str, dependencies: &[&str]) -> String {
        let dependencies: String = dependencies.iter().map(|dependency| format!(" {dependency:?},\n")).collect();
        format!("[[package]]\nname = {name:?}\nversion = {version:?}\ndependencies = [\n{dependencies}]\n\n")
    }

    /// What stands for the judges if this is the lock.
    fn number(lock: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(LOCK), lock).unwrap();
        fingerprint(folder.path(), &["judge"])
    }

    #[test]
    fn of_the_dependencies_those_of_the_judges_count() {
        let [old_b, c] = [package("b", "1.0.0", &[]), package("c", "1.0.0", &["a"])];
        let lock = format!(
            "version = 4\n\n{}{}{}{old_b}{c}{}",
            package("judge", "0.1.0", &["a", "b 2.0.0"]),
            package("a", "1.0.0", &["c 1.0.0 (registry+somewhere)"]),
            package("b", "2.0.0", &[]),
            package("other", "1.0.0", &["a", "b 1.0.0"]),
        );
        let replaced = |from: &str, to: &str| {
            let replaced = lock.replace(from, to);
            assert_ne!(lock, replaced);
            number(&replaced)
        };
        let some = number(&lock);
        assert_eq!(some, replaced("\"other\"", "\"another\""), "no judge needs it");
        assert_eq!(some, replaced(&old_b, ""), "nor this version");
        assert_ne!(some, replaced(&c, &package("c", "1.0.0", &["a", "b 1.0.0"])), "a dependency of a dependency");
        assert_ne!(some, replaced("version = 4", "version = 5"));
    }

    #[test]
    fn a_lock_that_is_not_understood_counts_as_a_whole() {
        let judge = package("judge", "0.1.0", &["a"]);
        let [missing, unknown] = [package("b", "1.0.0", &[]), "[[package]]\nname = \"a\"\nnews = \"\"\n\n".to_owned()];
        for lock in [format!("{judge}{missing}"), format!("{judge}{unknown}"), missing] {
            let other = package("other", "1.0.0", &[]);
            assert_ne!(number(&lock), number(&format!("{lock}{other}")), "{lock}");
        }
    }

    #[test]
    fn the_lock_of_the_course_is_understood() {
        let lock = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(LOCK)).unwrap();
        let part = part_of_lock(&lock, &["threadlings-native", "threadlings-crates"]).unwrap();
        assert!(part.contains("name = \"tokio\"") && !part.contains("name = \"ratatui\""));
    }
}
