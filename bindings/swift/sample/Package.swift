// swift-tools-version: 6.0
// An app of somebody who has the package: what a test runs.
import PackageDescription

let package = Package(
    name: "ManagerDay",
    dependencies: [.package(name: "Insurant", path: "../package")],
    targets: [.executableTarget(name: "ManagerDay", dependencies: ["Insurant"])]
)
