//! The example of Spark: a cluster of two workers, on this machine, with the wheel.

use super::python::{install, packages, python, wheel};
use crate::capi::{Checks, Found, has, need, output_of, said};
use crate::project::Project;
use crate::run::Outcome;
use std::fs;

const FOLDER: &str = "bindings/python/examples";

/// Runs the example on a cluster and compares its answers with those of one machine.
pub(crate) fn check(project: &Project) -> Outcome<Found> {
    let mut checks = Checks::default();
    let name = "Spark: two workers answer as one machine does";
    need(&[("java", "openjdk-17-jre-headless")]);
    if !has("java") {
        checks.skip(name, "Java is not there");
        return Ok(checks.found());
    }
    let packages = packages("spark", &project.path(FOLDER).join("requirements.txt"))?;
    let (_, wheel) = wheel(project)?;
    let interpreter = install(project, "bindings/spark/venv", &packages, &wheel)?;
    let folder = project.target("bindings/spark/portfolio");
    fs::create_dir_all(&folder)?;
    let mut command = python(&interpreter, &folder);
    command
        .arg(project.path(FOLDER).join("check_spark.py"))
        .arg(&folder)
        .env("PYSPARK_PYTHON", &interpreter)
        // Whatever this machine is called, its workers are on it.
        .env("SPARK_LOCAL_IP", "127.0.0.1");
    let output = output_of(&mut command)?;
    let told = String::from_utf8_lossy(&output.stdout);
    let well = output.status.success() && told.contains("2000 customers by 2 workers");
    checks.check(name, (!well).then(|| said(&output)));
    Ok(checks.found())
}
