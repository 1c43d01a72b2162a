//! Files that attack the grader: what the first lines declare, and how they are handed in.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Read, Write};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file of the corpus.
pub(crate) struct Attack {
    /// What has to stop it.
    pub(crate) layer: String,
    name: String,
    /// The exercise that it is an answer to.
    pub(crate) exercise: String,
    /// How it must end; several with `|` where that depends on the machine.
    pub(crate) outcome: String,
    /// What a person must be told who looks at it.
    pub(crate) review: Option<String>,
    /// What its report must not say.
    pub(crate) never: Option<String>,
    /// What stands in the place of the file.
    make: Option<String>,
    text: String,
}

/// The whole corpus, in the order of the paths.
pub(crate) fn all() -> Vec<Attack> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("attacks");
    let entries = |folder: &Path| {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        entries.sort();
        entries
    };
    entries(&root)
        .iter()
        .filter(|path| path.is_dir())
        .flat_map(|layer| entries(layer))
        .map(|file| read(&file))
        .collect()
}

/// The exercises that the corpus attacks.
pub(crate) fn exercises(attacks: &[&Attack]) -> BTreeSet<String> {
    attacks.iter().map(|attack| attack.exercise.clone()).collect()
}

fn read(file: &Path) -> Attack {
    let text = fs::read_to_string(file).unwrap();
    let optional =
        |name: &str| text.lines().find_map(|line| line.strip_prefix(&format!("// {name}: "))).map(str::to_owned);
    let declared = |name: &str| optional(name).unwrap_or_else(|| panic!("{} does not say its {name}", file.display()));
    let attack = Attack {
        layer: declared("layer"),
        name: file.file_stem().unwrap().to_str().unwrap().to_owned(),
        exercise: declared("exercise"),
        outcome: declared("outcome"),
        review: optional("review"),
        never: optional("never"),
        make: optional("make"),
        text: text.clone(),
    };
    assert!(!declared("tries").is_empty());
    let layer = file.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    assert_eq!(layer, Some(attack.layer.as_str()), "{} lies in another layer's folder", file.display());
    attack
}

impl Attack {
    /// The student who hands it in.
    pub(crate) fn student(&self) -> String {
        format!("{}-{}", self.layer, self.name)
    }

    /// The class that it is handed in with.
    pub(crate) fn class(&self) -> &'static str {
        if self.layer == "compile" { "compile" } else { "others" }
    }

    /// How it may end.
    pub(crate) fn outcomes(&self) -> impl Iterator<Item = &str> {
        self.outcome.split('|')
    }

    /// Puts it into the class. `places` are names in the file, and what they stand for.
    pub(crate) fn hand_in(&self, class: &Path, places: &[(&str, String)]) {
        let fill = |text: &str| {
            let text = text.replace("@NAME@", &self.exercise);
            repeat(&places.iter().fold(text, |text, (name, place)| text.replace(name, place)))
        };
        let text = fill(&self.text);
        let make = self.make.as_deref().map(fill).unwrap_or_default();
        let (what, arguments) = make.split_once(' ').unwrap_or((&make, ""));
        let folder = class.join(self.student());
        let file = folder.join(format!("{}.rs", self.exercise));
        let archive = |extension: &str| class.join(format!("{}.{extension}", self.student()));
        let inside = format!("{}.rs", self.exercise);
        if !what.starts_with("zip") && !what.starts_with("tar") {
            fs::create_dir(&folder).unwrap();
        }
        match what {
            "" => fs::write(file, text).unwrap(),
            "symlink" => symlink(arguments, file).unwrap(),
            "fifo" => assert!(Command::new("mkfifo").arg(file).status().unwrap().success()),
            "sparse" => File::create(file).unwrap().set_len(arguments.parse().unwrap()).unwrap(),
            "folder" => fs::create_dir(file).unwrap(),
            "bytes" => {
                let bytes = arguments.split(' ').map(|byte| u8::from_str_radix(byte, 16).unwrap());
                fs::write(file, bytes.collect::<Vec<_>>()).unwrap();
            }
            "with-files" => {
                fs::write(file, text).unwrap();
                let solution = format!("../../solutions/01_threads/{}.rs", self.exercise);
                let solution = Path::new(env!("CARGO_MANIFEST_DIR")).join(solution);
                for other in arguments.split(' ') {
                    let other = folder.join(other);
                    fs::create_dir_all(other.parent().unwrap()).unwrap();
                    fs::copy(&solution, other).unwrap();
                }
            }
            "zip" => zip(&archive("zip"), arguments, text.as_bytes()),
            "zip-bomb" => zip(&archive("zip"), &inside, &vec![b' '; 100 << 20]),
            "zip-half" => {
                zip(&archive("zip"), &inside, text.as_bytes());
                let bytes = fs::read(archive("zip")).unwrap();
                fs::write(archive("zip"), &bytes[..bytes.len() / 2]).unwrap();
            }
            "zip-symlink" => {
                let mut writer = zip::ZipWriter::new(File::create(archive("zip")).unwrap());
                writer.add_symlink(inside, arguments, options()).unwrap();
                writer.finish().unwrap();
            }
            "tar-symlink" => tar(&archive("tar.gz"), |builder| {
                let mut header = tar::Header::new_gnu();
                header.set_entry_type(tar::EntryType::Symlink);
                header.set_size(0);
                builder.append_link(&mut header, inside, arguments).unwrap();
            }),
            "tar-bomb" => tar(&archive("tar.gz"), |builder| {
                let mut header = tar::Header::new_gnu();
                header.set_size(100 << 20);
                builder.append_data(&mut header, "filler", std::io::repeat(b' ').take(100 << 20)).unwrap();
            }),
            other => panic!("{} wants {other}", self.student()),
        }
    }
}

fn options() -> zip::write::SimpleFileOptions {
    zip::write::SimpleFileOptions::default()
}

fn zip(path: &Path, name: &str, bytes: &[u8]) {
    let mut writer = zip::ZipWriter::new(File::create(path).unwrap());
    writer.start_file(name, options()).unwrap();
    writer.write_all(bytes).unwrap();
    writer.finish().unwrap();
}

fn tar(path: &Path, fill: impl FnOnce(&mut tar::Builder<flate2::write::GzEncoder<File>>)) {
    let file = flate2::write::GzEncoder::new(File::create(path).unwrap(), flate2::Compression::fast());
    let mut builder = tar::Builder::new(file);
    fill(&mut builder);
    builder.into_inner().unwrap().finish().unwrap();
}

/// `@{text*3}` stands for the text, three times. `\0` and `\x1b` in it are these bytes.
fn repeat(text: &str) -> String {
    let Some((before, rest)) = text.split_once("@{") else { return text.to_owned() };
    let end = rest.find("}").expect("a repetition ends");
    // The text itself may hold a brace: the number is what stands before the last one that belongs to it.
    let end = rest[end..]
        .char_indices()
        .map(|(index, _)| end + index)
        .find(|end| is_repetition(&rest[..*end]))
        .unwrap_or(end);
    let (part, times) = rest[..end].rsplit_once('*').expect("a repetition says how often");
    let part = part.replace("\\0", "\0").replace("\\x1b", "\u{1b}");
    format!("{before}{}{}", part.repeat(times.parse().unwrap()), repeat(&rest[end + 1..]))
}

fn is_repetition(text: &str) -> bool {
    text.rsplit_once('*').is_some_and(|(_, times)| !times.is_empty() && times.bytes().all(|byte| byte.is_ascii_digit()))
}
