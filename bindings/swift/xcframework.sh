#!/usr/bin/env bash
# The library for Apple's platforms, on a Mac: xcframework.sh OUT.xcframework
#
# Builds static libraries for iOS, its simulator and macOS, and packs them with the header. Needs Xcode and
# `rustup target add aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios aarch64-apple-darwin x86_64-apple-darwin`.
# A package then has .binaryTarget(name: "InsurantFFI", path: "OUT.xcframework") instead of the system library.
set -euo pipefail

out=${1:?"xcframework.sh OUT.xcframework"}
root=$(cd "$(dirname "$0")/../.." && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
command -v xcodebuild >/dev/null || { echo "xcframework.sh: xcodebuild is missing: run it on a Mac with Xcode" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build() {
    cargo build --manifest-path "$root/Cargo.toml" --locked --profile library --package insurant-uniffi --target "$1"
}
# The header and the sources belong to the very library that they are packed with.
build aarch64-apple-darwin
(cd "$root" && cargo run --quiet --locked --package insurant-bindgen -- generate \
    "$target/aarch64-apple-darwin/library/libinsurant_uniffi.dylib" --language swift --no-format --out-dir "$work/generated")
cp "$work/generated/Insurant.swift" "$root/bindings/swift/Sources/Insurant/"
mkdir -p "$work/headers/InsurantFFI"
cp "$work/generated/InsurantFFI.h" "$root/bindings/swift/Sources/InsurantFFI/module.modulemap" "$work/headers/InsurantFFI/"

words=()
pack() {
    local name=$1
    shift
    local libraries=() triple
    for triple; do
        build "$triple"
        libraries+=("$target/$triple/library/libinsurant_uniffi.a")
    done
    mkdir -p "$work/$name"
    lipo -create "${libraries[@]}" -output "$work/$name/libinsurant_uniffi.a"
    words+=(-library "$work/$name/libinsurant_uniffi.a" -headers "$work/headers")
}
pack ios aarch64-apple-ios
pack simulator aarch64-apple-ios-sim x86_64-apple-ios
pack macos aarch64-apple-darwin x86_64-apple-darwin
rm -rf "$out"
xcodebuild -create-xcframework "${words[@]}" -output "$out"
echo "$out"
