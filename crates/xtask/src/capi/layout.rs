//! The folder that users get: bin, include, lib with its pkg-config and CMake files.

use super::packed;
use super::tools::{Checks, output, said};
use crate::copybook;
use crate::headers::{ARROW_HEADER, HEADER};
use crate::project::Project;
use crate::run::Outcome;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The number of the interface, as INSURANT_ABI_VERSION.
const ABI: u32 = 1;

/// Which library is laid out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Library {
    /// The plain one.
    Plain,
    /// With portfolios over Arrow.
    Batch,
}

impl Library {
    /// The profile that builds it, and so the folder of target that has it. A library for portfolios is
    /// there to be fast, whatever its size.
    const fn profile(self) -> &'static str {
        match self {
            Self::Plain => "library",
            Self::Batch => "release",
        }
    }

    const fn features(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Batch => "batch",
        }
    }

    /// Its headers, as they stand in the project.
    pub(super) const fn headers(self) -> &'static [&'static str] {
        match self {
            Self::Plain => &[HEADER],
            Self::Batch => &[HEADER, ARROW_HEADER],
        }
    }
}

/// What a program that links the static library needs besides. The unwinder is not named: compilers
/// add the one that fits, which for `-static` is another than for the rest.
const PRIVATE: &str = "-lpthread -lm -ldl";

/// Where the documents lie below the prefix.
const DOCUMENTS: &str = "share/doc/insurant";

/// What goes there.
const DOCUMENTED: &[&str] = &["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE"];

/// Lays out everything.
pub(super) fn install(project: &Project, prefix: &Path, library: Library) -> Outcome {
    install_library(project, prefix, library)?;
    build(
        project,
        &[
            "build",
            "--locked",
            "--release",
            "--package",
            "insurant-cli",
        ],
    )?;
    let bin = prefix.join("bin");
    fs::create_dir_all(&bin)?;
    let command = project.target("release/insurant");
    stripped(&command, &bin.join("insurant"), "--strip-all")?;
    Ok(())
}

/// Lays out the library with what hosts need to find it.
pub(super) fn install_library(project: &Project, prefix: &Path, library: Library) -> Outcome {
    // The kinds are named: beside the one that tests link, nothing is optimised as a whole.
    build(
        project,
        &[
            "rustc",
            "--locked",
            "--profile",
            library.profile(),
            "--package",
            "insurant-ffi",
            "--features",
            library.features(),
            "--lib",
            "--crate-type",
            "cdylib,staticlib",
        ],
    )?;
    if prefix.exists() {
        clear(prefix)?;
    }
    let lib = prefix.join("lib");
    let cobol = prefix.join("share/insurant/cobol");
    for folder in [
        cobol.clone(),
        prefix.join(DOCUMENTS),
        prefix.join("include"),
        lib.join("pkgconfig"),
        lib.join("cmake/insurant"),
    ] {
        fs::create_dir_all(folder)?;
    }
    fs::copy(
        project.path("bindings/c/insurant.supp"),
        prefix.join("share/insurant/insurant.supp"),
    )?;
    for document in DOCUMENTED {
        let to = prefix.join(DOCUMENTS).join(document);
        fs::copy(project.path(document), to)?;
    }
    for header in library.headers() {
        fs::copy(project.path(header), prefix.join(header))?;
    }
    fs::copy(
        project.path("bindings/cpp/include/insurant.hpp"),
        prefix.join("include/insurant.hpp"),
    )?;
    for copybook in fs::read_dir(project.path(copybook::FOLDER))? {
        let copybook = copybook?;
        fs::copy(copybook.path(), cobol.join(copybook.file_name()))?;
    }
    let version = env!("CARGO_PKG_VERSION");
    let real = format!("libinsurant.so.{ABI}.{version}");
    let built = project.target(library.profile());
    stripped(
        &built.join("libinsurant_c.so"),
        &lib.join(&real),
        "--strip-unneeded",
    )?;
    stripped(
        &built.join("libinsurant_c.a"),
        &lib.join("libinsurant.a"),
        "--strip-debug",
    )?;
    link(&real, &lib.join(format!("libinsurant.so.{ABI}")))?;
    link(
        &format!("libinsurant.so.{ABI}"),
        &lib.join("libinsurant.so"),
    )?;
    fs::write(lib.join("pkgconfig/insurant.pc"), pkg_config(version))?;
    let cmake = lib.join("cmake/insurant");
    fs::write(cmake.join("insurant-config.cmake"), CMAKE)?;
    fs::write(
        cmake.join("insurant-config-version.cmake"),
        cmake_version(version),
    )?;
    Ok(())
}

/// That what must go with the library lies beside it, and that nothing of it lies in the prefix itself,
/// which may be everybody's.
pub(super) fn documents_are_there(prefix: &Path, checks: &mut Checks) {
    let documents = DOCUMENTED
        .iter()
        .map(|name| (name, prefix.join(DOCUMENTS).join(name)));
    let missing: Vec<&str> = documents
        .filter(|(_, path)| !path.is_file())
        .map(|(name, _)| *name)
        .collect();
    let loose = prefix.join("README.md").exists();
    let wrong = (loose || !missing.is_empty())
        .then(|| format!("missing: {missing:?}; README.md in the prefix itself: {loose}\n"));
    checks.check(
        "install: licences and documents in share/doc/insurant",
        wrong,
    );
}

/// Packs what `install` lays out: a folder that works wherever it is unpacked, which is then tried.
pub(crate) fn dist(project: &Project) -> Outcome {
    let name = format!(
        "insurant-{}-{}-linux",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::ARCH
    );
    let folder = project.target("dist");
    install(project, &folder.join(&name), Library::Plain)?;
    let packed = folder.join(format!("{name}.tar.gz"));
    pack(&folder.join(&name), &packed)?;
    let mut checks = Checks::default();
    packed::used(project, &packed, &mut checks)?;
    if checks.found().count.failed > 0 {
        return Err("what was packed does not work where it is unpacked".into());
    }
    println!("{}", packed.display());
    Ok(())
}

/// Packs a folder. The same tree gives the same bytes.
pub(super) fn pack(folder: &Path, packed: &Path) -> Outcome {
    let (Some(above), Some(name)) = (folder.parent(), folder.file_name()) else {
        return Err("only a folder in a folder can be packed".into());
    };
    let mut tar = Command::new("tar");
    tar.args([
        "--sort=name",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "--mtime=@0",
        "--use-compress-program=gzip -n",
    ])
    .arg("-C")
    .arg(above)
    .arg("-cf")
    .arg(packed)
    .arg(name);
    let output = output(&mut tar)?;
    if output.status.success() {
        Ok(())
    } else {
        Err(said(&output).into())
    }
}

fn build(project: &Project, words: &[&str]) -> Outcome {
    let ended = crate::run::run(&mut project.cargo(words))?;
    if ended.success {
        Ok(())
    } else {
        Err(format!("cargo {} failed", words.join(" ")).into())
    }
}

/// Takes away what an earlier layout left, and nothing else.
fn clear(prefix: &Path) -> Outcome {
    for folder in ["include", "lib"] {
        let folder = prefix.join(folder);
        let Ok(entries) = fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let headers = ["insurant.h", "insurant_arrow.h"];
            let header = headers.iter().any(|header| name.starts_with(header));
            if name.starts_with("libinsurant") || header {
                fs::remove_file(path)?;
            }
        }
    }
    Ok(())
}

/// Copies an artefact without what only its makers need.
fn stripped(from: &Path, to: &Path, how: &str) -> Outcome {
    fs::copy(from, to)?;
    let output = output(Command::new("strip").arg(how).arg(to))?;
    if output.status.success() {
        Ok(())
    } else {
        Err(said(&output).into())
    }
}

#[cfg(unix)]
fn link(to: &str, at: &Path) -> Outcome {
    Ok(std::os::unix::fs::symlink(to, at)?)
}

#[cfg(not(unix))]
fn link(to: &str, at: &Path) -> Outcome {
    let folder = at.parent().ok_or("a link lies in a folder")?;
    fs::copy(folder.join(to), at)?;
    Ok(())
}

/// Relocatable: everything is found from where the file lies.
fn pkg_config(version: &str) -> String {
    format!(
        "prefix=${{pcfiledir}}/../..\n\
         includedir=${{prefix}}/include\n\
         libdir=${{prefix}}/lib\n\
         \n\
         Name: insurant\n\
         Description: The customer side of an insurer as a library\n\
         Version: {version}\n\
         Cflags: -I${{includedir}}\n\
         Libs: -L${{libdir}} -linsurant\n\
         Libs.private: {PRIVATE}\n"
    )
}

const CMAKE: &str = r#"# insurant::insurant is the shared library, insurant::static the static one.
get_filename_component(_insurant_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

if(NOT TARGET insurant::insurant)
    add_library(insurant::insurant SHARED IMPORTED)
    set_target_properties(insurant::insurant PROPERTIES
        IMPORTED_LOCATION "${_insurant_prefix}/lib/libinsurant.so"
        IMPORTED_SONAME "libinsurant.so.1"
        INTERFACE_INCLUDE_DIRECTORIES "${_insurant_prefix}/include")
endif()

if(NOT TARGET insurant::static)
    add_library(insurant::static STATIC IMPORTED)
    set_target_properties(insurant::static PROPERTIES
        IMPORTED_LOCATION "${_insurant_prefix}/lib/libinsurant.a"
        INTERFACE_INCLUDE_DIRECTORIES "${_insurant_prefix}/include"
        INTERFACE_LINK_LIBRARIES "pthread;m;dl")
endif()

unset(_insurant_prefix)
"#;

fn cmake_version(version: &str) -> String {
    format!(
        "set(PACKAGE_VERSION \"{version}\")\n\
         if(PACKAGE_FIND_VERSION VERSION_GREATER PACKAGE_VERSION)\n\
         \x20   set(PACKAGE_VERSION_COMPATIBLE FALSE)\n\
         else()\n\
         \x20   set(PACKAGE_VERSION_COMPATIBLE TRUE)\n\
         \x20   if(PACKAGE_FIND_VERSION VERSION_EQUAL PACKAGE_VERSION)\n\
         \x20       set(PACKAGE_VERSION_EXACT TRUE)\n\
         \x20   endif()\n\
         endif()\n"
    )
}
