//! The judges themselves: crates of this workspace that cargo builds once, and where they lie then.
//!
//! They have a target directory of their own, so that no editor and no `cargo build` ever holds a lock that a check
//! waits for. Once they are built, a check runs rustc alone.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Write};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Context;
use rustix::process::Pid;
use serde::{Deserialize, Serialize};

use super::confinement::{Confinement, Place};
use super::kept::Kept;
use super::link::Linker;
use super::sources::HARNESS;
use super::toolchain::Toolchain;
use super::{Cancel, JudgeError, sources};
use crate::course::{Course, TWINS, twin_of};
use crate::exit::Stop;
use crate::installed;
use crate::verdict::Judge;

/// Where everything lies that a check needs besides the answer.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Engines {
    /// What these were built from; another value means that they are out of date.
    fingerprint: String,
    /// Where they were built: a copy of that folder in another place would name libraries of the first.
    directory: PathBuf,
    /// What they were built with.
    #[serde(flatten)]
    toolchain: Toolchain,
    /// The libraries, by crate name.
    libraries: BTreeMap<String, PathBuf>,
    /// How to link tests for each judge, alone and with all the crates, by [`linker_name`].
    linkers: BTreeMap<String, Linker>,
    /// How the processes are kept in that handle an answer.
    #[serde(skip)]
    confinement: Option<Confinement>,
    /// What each of them may read.
    #[serde(skip)]
    tools: Vec<PathBuf>,
}

/// The packages that make up the judges.
const PACKAGES: [(Judge, &str); 3] = [
    (Judge::Native, "threadlings-native"),
    (Judge::Schedules, "threadlings-schedules"),
    (Judge::Orderings, "threadlings-orderings"),
];

/// The package with the crates that answers may use, a feature each.
const CRATES: &str = "threadlings-crates";

impl Engines {
    /// What an earlier run has built, if it is still up to date and holds these crates.
    pub(super) fn load(root: &Path, directory: &Path, crates: &[String]) -> Option<Self> {
        let text = std::fs::read_to_string(directory.join(RECORD)).ok()?;
        let engines: Engines = serde_json::from_str(&text).ok()?;
        let current = engines.fingerprint == fingerprint(root)
            && engines.directory == directory
            && engines.toolchain.rustc().is_file()
            && engines.libraries.values().all(|library| library.is_file())
            && engines.has(crates);
        current.then_some(engines)
    }

    /// Whether the judges and these crates are all there.
    pub(super) fn has(&self, crates: &[String]) -> bool {
        let mut judges = PACKAGES.iter().map(|(_, package)| package.replace('-', "_"));
        judges.all(|name| self.libraries.contains_key(&name))
            && crates.iter().flat_map(|name| libraries_of(name)).all(|name| self.libraries.contains_key(&name))
    }

    /// Builds the judges, and crates that answers may use.
    pub(super) fn build(root: &Path, directory: &Path, crates: &[String], cancel: &Cancel) -> Result<Self, JudgeError> {
        let mut engines = Engines {
            fingerprint: fingerprint(root),
            directory: directory.to_owned(),
            toolchain: Toolchain::find(root)?,
            libraries: BTreeMap::new(),
            linkers: BTreeMap::new(),
            confinement: None,
            tools: Vec::new(),
        };
        std::fs::create_dir_all(directory).map_err(|error| {
            Stop::environment(format!(
                "{} cannot be written: {error}. The judges are built there: make it writable, or set {DIRECTORY} to another folder.",
                directory.display()
            ))
        })?;
        // Crates that an earlier run has built stay in the record: both chapters may be judged at the same time.
        let earlier = Self::load(root, directory, &[]).map(|engines| engines.libraries).unwrap_or_default();
        let earlier = earlier.into_keys().filter(|name| !name.starts_with("threadlings_"));
        let crates: BTreeSet<String> = crates.iter().cloned().chain(earlier).collect();
        let mut wanted: BTreeSet<String> = PACKAGES.iter().map(|(_, package)| package.replace('-', "_")).collect();
        wanted.extend(crates.iter().flat_map(|name| libraries_of(name)));
        for artifact in cargo_build(root, directory, &crates, cancel)? {
            if let Some(library) = artifact.library()
                && wanted.contains(&artifact.target.name)
            {
                engines.libraries.insert(artifact.target.name, library);
            }
        }
        if let Some(missing) = wanted.iter().find(|name| !engines.libraries.contains_key(*name)) {
            return Err(anyhow::anyhow!("cargo built no library of the crate {missing}").into());
        }
        engines.kept().clear();
        engines.ask_how_to_link(directory)?;
        engines.save(directory)?;
        Ok(engines)
    }

    fn ask_how_to_link(&mut self, directory: &Path) -> anyhow::Result<()> {
        let is_one_of =
            |name: &str, packages: &[&str]| packages.iter().any(|package| package.replace('-', "_") == name);
        let judges = PACKAGES.map(|(_, package)| package);
        let twins = TWINS.map(|twin| twin.package);
        let mut linkers = BTreeMap::new();
        for (judge, package) in PACKAGES {
            for with_crates in [false, true] {
                let crates = self.libraries.iter().map(|(name, library)| (name.as_str(), library.as_path()));
                let linked = |name: &str| match judge {
                    _ if is_one_of(name, &judges) => is_one_of(name, &[package]),
                    Judge::Native => with_crates && !is_one_of(name, &twins),
                    Judge::Schedules => with_crates && is_one_of(name, &twins),
                    Judge::Orderings | Judge::Misuse => false,
                };
                let crates: Vec<_> = crates.filter(|(name, _)| linked(name)).collect();
                let linker = Linker::ask(&self.toolchain.rustc(), directory, &self.dependencies(), &crates)?;
                linkers.insert(linker_name(judge, with_crates), linker);
            }
        }
        self.linkers = linkers;
        Ok(())
    }

    /// The same, with the processes confined that handle an answer.
    pub(super) fn confined(mut self, confinement: Option<Confinement>) -> Self {
        self.tools = vec![self.toolchain.sysroot.clone(), self.dependencies()];
        self.tools.extend(self.libraries.values().cloned());
        self.confinement = confinement;
        self
    }

    /// Where processes are started that work in this folder.
    pub(super) fn place<'a>(&'a self, directory: &'a Path) -> Place<'a> {
        Place { confinement: self.confinement.as_ref(), tools: &self.tools, directory }
    }

    /// What the judges were built with.
    pub(super) fn toolchain(&self) -> &Toolchain {
        &self.toolchain
    }

    /// What was compiled against these judges and can serve again. It lies where whoever reads the judges may read, too.
    pub(super) fn kept(&self) -> Kept {
        Kept::in_folder(self.dependencies().join("kept"), self.fingerprint.clone())
    }

    /// The library that hidden tests of that judge are written against.
    pub(super) fn harness(&self, judge: Judge) -> &Path {
        let (_, package) = PACKAGES.iter().find(|(other, _)| *other == judge).expect("misuse programs have no harness");
        &self.libraries[&package.replace('-', "_")]
    }

    /// The library of a crate that answers may use.
    pub(super) fn library(&self, name: &str) -> &Path {
        &self.libraries[name]
    }

    /// How to link hidden tests of that judge with an answer, which may use other crates than std.
    pub(super) fn linker(&self, judge: Judge, with_crates: bool) -> &Linker {
        &self.linkers[&linker_name(judge, with_crates)]
    }

    /// The library that stands in for that crate where schedules are judged, if there is one.
    pub(super) fn twin(&self, name: &str) -> Option<&Path> {
        Some(&self.libraries[&twin_of(name)?.package.replace('-', "_")])
    }

    /// The folder with the crates that the judges are made of.
    pub(super) fn dependencies(&self) -> PathBuf {
        let folder = self.harness(Judge::Native).parent().unwrap_or(Path::new("."));
        if folder.ends_with("deps") { folder.to_owned() } else { folder.join("deps") }
    }

    /// The folders that a test process finds its shared libraries in, as the loader's environment variable lists them.
    pub(super) fn library_path(&self) -> String {
        [&self.dependencies(), &self.toolchain.shared_std].map(|folder| folder.display().to_string()).join(":")
    }

    fn save(&self, directory: &Path) -> anyhow::Result<()> {
        let mut file = tempfile::NamedTempFile::new_in(directory)?;
        file.write_all(&serde_json::to_vec_pretty(self)?)?;
        file.persist(directory.join(RECORD)).context("the record of the built judges cannot be written")?;
        Ok(())
    }
}

fn linker_name(judge: Judge, with_crates: bool) -> String {
    format!("{}{}", judge.name(), if with_crates { " with crates" } else { "" })
}

/// The libraries that an answer needs which uses this crate: the crate itself, and its twin.
fn libraries_of(name: &str) -> Vec<String> {
    let twin = twin_of(name).map(|twin| twin.package.replace('-', "_"));
    std::iter::once(name.to_owned()).chain(twin).collect()
}

/// The environment variable that moves the judges to another folder; tests share one this way.
pub(super) const DIRECTORY: &str = "THREADLINGS_JUDGES";

/// The file in which [`Engines`] are kept.
const RECORD: &str = "judges.json";

/// Where the sources of the judges lie, and where they are built: above the course or the folder that the program was
/// called in, or else where an installed program keeps them.
pub(super) fn place(course: &Course) -> (PathBuf, PathBuf) {
    let in_clone = |clone: &Path| (clone.to_owned(), clone.join("target").join("judges"));
    if !course.is_apart() {
        let here = std::env::current_dir().unwrap_or_default();
        let mut folders = course.home.ancestors().chain(here.ancestors());
        if let Some(clone) = folders.find(|folder| folder.join(HARNESS).is_dir()) {
            return in_clone(clone);
        }
    }
    match (installed::home(), installed::judges()) {
        (Ok(home), Ok(judges)) => (home, judges),
        // Building them will say what is wrong.
        _ => in_clone(&course.home),
    }
}

/// Stands for everything that the judges are built from.
pub(super) fn fingerprint(root: &Path) -> String {
    let packages = PACKAGES.map(|(_, package)| package);
    sources::fingerprint(root, &[packages.as_slice(), &[CRATES]].concat())
}

#[derive(Deserialize)]
struct Artifact {
    target: Target,
    filenames: Vec<PathBuf>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
}

impl Artifact {
    /// The file to hand to rustc: the shared library where there is one, so that linking a test stays short.
    fn library(&self) -> Option<PathBuf> {
        let with =
            |extension: &str| self.filenames.iter().find(|file| file.extension().is_some_and(|it| it == extension));
        with("so").or_else(|| with("dylib")).or_else(|| with("rlib")).cloned()
    }
}

fn cargo_build(
    root: &Path,
    directory: &Path,
    crates: &BTreeSet<String>,
    cancel: &Cancel,
) -> Result<Vec<Artifact>, JudgeError> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .args(["build", "--profile", "judges", "--message-format", "json-render-diagnostics", "--target-dir"])
        .arg(directory)
        .args(PACKAGES.iter().flat_map(|(_, package)| ["--package", package]))
        .args(["--package", CRATES])
        .args(crates.iter().flat_map(|name| ["--features".to_owned(), format!("{CRATES}/{name}")]))
        .env("RUSTFLAGS", "-C prefer-dynamic")
        // What `.cargo/config.toml` says, for whoever has set something else.
        .env("RUSTC_BOOTSTRAP", "threadlings_schedules,threadlings_orderings,threadlings_trace")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .current_dir(root)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .process_group(0);
    let mut child = command.spawn().map_err(|error| {
        Stop::environment(format!(
            "cargo cannot be started: {error}. Install Rust from https://rustup.rs and open a new terminal."
        ))
    })?;
    let group = Pid::from_child(&child);
    cancel.add(group);
    let mut errors = child.stderr.take().expect("is piped");
    let said = std::thread::spawn(move || {
        let mut said = Vec::new();
        let _ = std::io::Read::read_to_end(&mut errors, &mut said);
        String::from_utf8_lossy(&said).into_owned()
    });
    let artifacts: Vec<Artifact> = BufReader::new(child.stdout.take().expect("is piped"))
        .lines()
        .map_while(Result::ok)
        .filter_map(|line| serde_json::from_str(&line).ok())
        .collect();
    let said = said.join().unwrap_or_default();
    cancel.remove(group);
    let status = child.wait().map_err(anyhow::Error::from)?;
    if cancel.is_cancelled() {
        return Err(JudgeError::Cancelled);
    }
    if !status.success() {
        let tail: Vec<&str> = said.lines().rev().take(12).collect();
        let tail: Vec<&str> = tail.into_iter().rev().collect();
        return Err(Stop::environment(format!("the judges cannot be built; cargo says:\n{}", tail.join("\n"))).into());
    }
    Ok(artifacts)
}
