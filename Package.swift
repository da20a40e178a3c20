// swift-tools-version: 6.2
import PackageDescription

// Warnings stop the build where the project is checked, and only there: a newer compiler with a new
// warning must not keep anyone from running Moat.
let strict = Context.environment["CI"] != nil
let warnings: [SwiftSetting] = strict ? [.treatAllWarnings(as: .error)] : []

// A release hands on what a module declares before its code is made. With --use-integrated-swift-driver, as the
// README builds it, both cores then work to the end of the build.
let ahead: [SwiftSetting] = [
  .unsafeFlags(["-emit-module-separately-wmo", "-disable-cmo"], .when(configuration: .release))
]
let settings = warnings + ahead

// The benchmarks, a package of their own, are built with the tests where the project is checked: nothing else
// would notice a change that breaks them.
let benchmarks: [Target] =
  strict
  ? [
    .executableTarget(
      name: "BenchmarksCheck",
      dependencies: [
        "Canvas", "Charts", "Dashboard", "Dataset", "Insight", "Torture",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], path: "Benchmarks/Sources/moat-bench")
  ] : []

let package = Package(
  name: "moat",
  products: [
    .executable(name: "moat", targets: ["moat"]),
    // What the benchmarks measure: a package of their own, so that no build of the program builds them.
    .library(
      name: "MoatKit", targets: ["Canvas", "Capture", "Charts", "Dashboard", "Dataset", "Insight"]),
    // Storms of keys and hostile input, for the tests, the benchmarks and libFuzzer.
    .library(name: "Torture", targets: ["Torture"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "moat",
      dependencies: [
        "CMemory", "CStart", "Canvas", "Capture", "Charts", "Dashboard", "Dataset", "Insight",
        "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "Dashboard",
      dependencies: ["Canvas", "Capture", "Charts", "Dataset", "Insight"],
      swiftSettings: settings
    ),
    .target(name: "Terminal", dependencies: ["Canvas", "CNcurses"], swiftSettings: settings),
    .target(name: "Charts", dependencies: ["Canvas"], swiftSettings: settings),
    .target(name: "Insight", dependencies: ["Dataset"], swiftSettings: settings),
    // The entry of facts: drafts in, rows and the text of their files out.
    .target(name: "Capture", dependencies: ["Dataset", "Insight"], swiftSettings: settings),
    .target(name: "Canvas", swiftSettings: settings),
    .target(name: "Dataset", swiftSettings: settings),
    // Linked by its module map; pkg-config's flags would only be refused with a warning.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CMemory"),
    // Lets the static program start where /proc is not mounted.
    .target(name: "CStart"),
    // What tests of several modules share: packages written on the spot, the frozen ledger, a seeded
    // generator.
    .target(
      name: "TestSupport", dependencies: ["Dataset"], path: "Tests/TestSupport",
      swiftSettings: settings),
    // Apart from TestSupport, which programs without the testing library use too.
    .target(name: "Goldens", path: "Tests/Goldens", swiftSettings: settings),
    .target(
      name: "Torture",
      dependencies: [
        "Canvas", "Capture", "Dashboard", "Dataset", "Insight", "Terminal", "TestSupport",
      ], path: "Tests/Torture", swiftSettings: settings),
    .testTarget(
      name: "TortureTests", dependencies: ["Torture", "TestSupport"], exclude: ["Corpus"],
      swiftSettings: settings),
    .testTarget(
      name: "CanvasTests", dependencies: ["Canvas", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ChartsTests", dependencies: ["Charts", "TestSupport"], exclude: ["Layered/Pictures"],
      swiftSettings: settings),
    .testTarget(
      name: "DatasetTests", dependencies: ["Dataset", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "InsightTests",
      dependencies: ["Goldens", "Insight", "TestSupport"],
      exclude: ["Exposure/Graph/Referee", "Frozen/Goldens", "Search/Goldens"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "CaptureTests", dependencies: ["Capture", "Dataset", "TestSupport"],
      swiftSettings: settings),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: settings),
    // Pictures that tests compare with lie next to them, in folders of that name.
    .testTarget(
      name: "DashboardTests", dependencies: ["Dashboard", "Goldens", "TestSupport"],
      exclude: [
        "Exposure/Goldens", "Law/Goldens", "Options/Goldens", "Pages/Goldens", "Review/Goldens",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "MoatTests", dependencies: ["moat", "Dataset", "Insight", "TestSupport"],
      exclude: ["Pictures"], swiftSettings: settings),
  ] + benchmarks,
  swiftLanguageModes: [.v6]
)
