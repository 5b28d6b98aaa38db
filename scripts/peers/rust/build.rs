//! Tells the program the versions of the extractors, as `VERSION_<crate>`: `name = "=1.2.3"` or
//! `name = { version = "=1.2.3", … }` in Cargo.toml.

fn main() {
    println!("cargo::rerun-if-changed=Cargo.toml");
    let manifest = std::fs::read_to_string("Cargo.toml").expect("Cargo.toml");
    for line in manifest.lines() {
        let Some((name, rest)) = line.split_once(" = ") else { continue };
        let Some(version) = rest.split('"').find_map(|part| part.strip_prefix('=')) else { continue };
        println!("cargo::rustc-env=VERSION_{}={version}", name.replace('-', "_"));
    }
}
