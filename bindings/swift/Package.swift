// swift-tools-version: 6.0
// `cargo xtask test swift` generates the sources that are missing here, lays the package out whole, builds
// and tests it.
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
    name: "Insurant",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "Insurant", targets: ["Insurant"])],
    targets: [
        // The C face of the library: a header, a module map, a library to link.
        .systemLibrary(name: "InsurantFFI"),
        .target(name: "Insurant", dependencies: ["InsurantFFI"], swiftSettings: strict),
        .executableTarget(name: "insurant-vectors", dependencies: ["Insurant"], swiftSettings: strict),
        .executableTarget(name: "insurant-bench", dependencies: ["Insurant"], swiftSettings: strict),
        .testTarget(name: "InsurantTests", dependencies: ["Insurant"], swiftSettings: strict),
    ]
)
