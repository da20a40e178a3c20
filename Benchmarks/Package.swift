// swift-tools-version: 6.2
import PackageDescription

// libFuzzer's main loop is there only where its sanitizer is: `.ci/fuzz` sets FUZZ and builds so.
let fuzzing: [Target] =
  Context.environment["FUZZ"] == nil
  ? []
  : [
    .executableTarget(
      name: "moat-fuzz", dependencies: [.product(name: "Torture", package: "moat")])
  ]

let package = Package(
  name: "Benchmarks",
  products: [.executable(name: "moat-bench", targets: ["moat-bench"])],
  dependencies: [
    .package(name: "moat", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "moat-bench",
      dependencies: [
        .product(name: "MoatKit", package: "moat"),
        .product(name: "Torture", package: "moat"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    )
  ] + fuzzing,
  swiftLanguageModes: [.v6]
)
