//! The folder of a run, which goes when the run does.

use super::error;
use crate::portfolio::Failure;
use insurant_rules::Problems;
use std::fs::DirBuilder;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// A folder of its own inside the one that the caller names. Only the user may look into it, since
/// what lies there is personal data.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    gone: bool,
}

/// Runs of this process.
static RUNS: AtomicU64 = AtomicU64::new(0);

impl Folder {
    pub(super) fn new(dir: &Path) -> Result<Self, Failure> {
        loop {
            let run = RUNS.fetch_add(1, Ordering::Relaxed);
            let path = dir.join(format!("insurant-{}-{run}", std::process::id()));
            let mut builder = DirBuilder::new();
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            match builder.create(&path) {
                Ok(()) => return Ok(Self { path, gone: false }),
                // Left by a process of the same number that was killed.
                Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(e) => return Err(error::failed(&path, "made", &e)),
            }
        }
    }

    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.path.join(format!("{name}.arrow"))
    }

    /// Removes the folder and all in it.
    ///
    /// # Errors
    /// Each file that could not be removed.
    pub(super) fn close(mut self) -> Result<(), Problems> {
        self.remove()
    }

    fn remove(&mut self) -> Result<(), Problems> {
        if std::mem::replace(&mut self.gone, true) {
            return Ok(());
        }
        let mut problems = Problems::new();
        let mut told = |path: &Path, e: &std::io::Error| {
            problems.push(
                error::problem(path, "removed", e)
                    .remedy("remove it by hand: it holds data of customers"),
            );
        };
        match std::fs::read_dir(&self.path) {
            Ok(files) => {
                for file in files.flatten() {
                    if let Err(e) = std::fs::remove_file(file.path()) {
                        told(&file.path(), &e);
                    }
                }
            }
            Err(e) => told(&self.path, &e),
        }
        if let Err(e) = std::fs::remove_dir(&self.path) {
            told(&self.path, &e);
        }
        problems.or(())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Nobody is left to be told.
        let _: Result<(), Problems> = self.remove();
    }
}

#[cfg(test)]
mod tests {
    use super::Folder;
    use crate::code;

    #[test]
    fn a_folder_goes_with_all_in_it_and_tells_what_stays() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::new(dir.path()).unwrap();
        std::fs::write(folder.file("a"), "x").unwrap();
        drop(folder);
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);

        let folder = Folder::new(dir.path()).unwrap();
        let stays = folder.file("stays");
        std::fs::create_dir(&stays).unwrap();
        std::fs::write(folder.file("goes"), "x").unwrap();
        let problems: Vec<_> = folder.close().unwrap_err().into_iter().collect();
        assert!(problems.iter().all(|p| p.code() == code::SPILL_FAILED));
        let stays_told = Some(stays.display().to_string());
        assert!(problems.iter().any(|p| p.place().source == stays_told));
        assert!(!stays.with_file_name("goes.arrow").exists());

        let failure = Folder::new(&dir.path().join("nowhere")).unwrap_err();
        let problem = failure.problems.iter().next().unwrap();
        assert_eq!(problem.code(), code::SPILL_FAILED);
        assert!(problem.remedy_text().is_some());
    }
}
