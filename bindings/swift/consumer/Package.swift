// swift-tools-version: 6.0
// A program of somebody who has the package and its README: what a test runs.
import PackageDescription

let package = Package(
    name: "Consumer",
    dependencies: [.package(name: "Insurant", path: "../package")],
    targets: [.executableTarget(name: "TenLines", dependencies: ["Insurant"])]
)
