#!/usr/bin/env bash
# The package for Android, where an NDK is: aar.sh OUT.aar
#
# Builds the library for arm64-v8a and x86_64 with the NDK's linker and lays it out beside the classes of
# the jar. Needs ANDROID_NDK_HOME, `rustup target add aarch64-linux-android x86_64-linux-android`, and the
# jar (`cargo xtask test kotlin` builds it, CLASSES says where). An app adds to its dependencies
# net.java.dev.jna:jna:5.17.0@aar and kotlinx-coroutines. API level 26 or later, for java.time.
set -euo pipefail

out=${1:?"aar.sh OUT.aar"}
ndk=${ANDROID_NDK_HOME:?"set ANDROID_NDK_HOME to the folder of an Android NDK"}
root=$(cd "$(dirname "$0")/../.." && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
classes=${CLASSES:-$target/bindings/kotlin/build/classes}
api=26
bin=$(echo "$ndk"/toolchains/llvm/prebuilt/*/bin)
[[ -d $classes/org/insurant ]] || { echo "aar.sh: no classes in $classes: run cargo xtask test kotlin" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
while read -r triple abi; do
    upper=$(tr 'a-z-' 'A-Z_' <<<"$triple")
    # Pages of 16 KB, as newer phones have.
    env "CARGO_TARGET_${upper}_LINKER=$bin/$triple$api-clang" \
        "CARGO_TARGET_${upper}_RUSTFLAGS=-Clink-arg=-Wl,-z,max-page-size=16384" \
        cargo build --manifest-path "$root/Cargo.toml" --locked --profile library \
        --package insurant-uniffi --target "$triple"
    mkdir -p "$work/jni/$abi"
    "$bin/llvm-strip" --strip-unneeded -o "$work/jni/$abi/libinsurant_uniffi.so" \
        "$target/$triple/library/libinsurant_uniffi.so"
done <<'TARGETS'
aarch64-linux-android arm64-v8a
x86_64-linux-android x86_64
TARGETS
cat >"$work/AndroidManifest.xml" <<MANIFEST
<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="org.insurant">
    <uses-sdk android:minSdkVersion="$api" />
</manifest>
MANIFEST
# The libraries of other platforms stay out.
(cd "$classes" && jar --create --file "$work/classes.jar" org META-INF)
(cd "$work" && jar --create --no-manifest --file out.aar AndroidManifest.xml classes.jar jni)
mv "$work/out.aar" "$out"
echo "$out"
