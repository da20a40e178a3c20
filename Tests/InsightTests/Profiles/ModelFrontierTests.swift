import Dataset
import Testing

@testable import Insight

@Suite struct ModelFrontierTests {
  /// Counted by hand in models.csv: 51 European models, the largest of them to download with 675
  /// billion parameters. A Chinese model has 1,600 billion.
  @Test func europeStandsBesideTheUSAndChina() throws {
    let snapshot = try FrozenLedger.snapshot(asOf: "2026-11-22")
    let frontiers = ModelFrontier.all(in: snapshot)
    #expect(frontiers.map(\.home) == [.europe, .us, .china])
    #expect(frontiers.map(\.count.models) == [51, 20, 11])
    #expect(frontiers.map { $0.largest.last?.parametersBillions } == [675, 405, 1600])
    #expect(frontiers.map { $0.largestCluster?.trainingAccelerators } == [6144, 200_000, 100_000])
  }

  @Test func aStepIsLargerThanAllBefore() throws {
    let snapshot = try FrozenLedger.snapshot(asOf: "2026-11-22")
    for frontier in ModelFrontier.all(in: snapshot) {
      let sizes = frontier.largest.compactMap(\.parametersBillions)
      #expect(sizes == sizes.sorted())
      #expect(Set(sizes).count == sizes.count)
      #expect(frontier.largest.allSatisfy { $0.weights != .closed })
      let dates = frontier.largest.map(\.date)
      #expect(dates == dates.sorted())
    }
  }

  @Test func aDayBeforeKnowsLess() throws {
    let then = ModelFrontier.all(in: try FrozenLedger.snapshot(asOf: "2024-01-01"))
    #expect(then[0].largest.last?.parametersBillions == 176)
    #expect(then[2].models.isEmpty)
  }

  private static let tables: [TableName: String] = [
    .countries: """
    code,name,bloc
    CN,China,other
    FR,France,EU
    JP,Japan,other
    EU,European Union,union
    US,United States,other
    """,
    .organisations: """
    id,name,layer,country
    nvidia,NVIDIA,chips,US
    amd,AMD,chips,US
    fr,French,models,FR
    eu,European,models,EU
    us,American,models,US
    cn,Chinese,models,CN
    jp,Japanese,models,JP
    nowhere,Nowhere,models,
    """,
    .models: """
    id,name,developer,date,weights,parameters_b,trained_on,training_accelerators
    a,A,fr,2025-01-01,open,10,nvidia,500
    b,B,eu,2025-02-01,restricted,10,amd,900
    c,C,fr,2025-03-01,closed,99,nvidia,
    d,D,fr,2025-04-01,restricted,11,,700
    e,E,fr,2025-05-01,open,5,nvidia,
    f,F,us,2025-01-01,open,,amd,
    g,G,cn,2025-01-01,open,0,,3
    h,H,jp,2025-01-01,open,1,,4
    i,I,nowhere,2025-01-01,open,1,,5
    """,
  ]

  private func frontiers() throws -> (Dataset, [ModelFrontier]) {
    let dataset = try SyntheticPackage.dataset(Self.tables, focus: ["nvidia"])
    return (dataset, ModelFrontier.all(in: dataset.asOf(try day("2026-01-01"))))
  }

  /// As large as the last is no step, nor is a model that nobody may download.
  @Test func eachHomeHasItsModelsStepsAndLargestCluster() throws {
    let (dataset, frontiers) = try frontiers()
    let lines = frontiers.map { frontier in
      let models = frontier.models.map { dataset.slug($0.id) }.joined()
      let steps = frontier.largest.map { dataset.slug($0.id) }.joined()
      let cluster = frontier.largestCluster.map { dataset.slug($0.id) } ?? "none"
      return "\(frontier.home.word) \(models), steps \(steps), cluster \(cluster)"
    }
    #expect(
      lines == [
        "europe edcba, steps ad, cluster b", "us f, steps , cluster none",
        "china g, steps , cluster g",
      ])
  }

  @Test func modelsAreCountedByWeightsAndChips() throws {
    let count = try frontiers().1[0].count
    #expect((count.models, count.open, count.restricted) == (5, 2, 2))
    #expect((count.onNVIDIA, count.unknownChips) == (3, 1))
  }

  @Test func whoIsElsewhereOrNowhereIsOfNoHome() throws {
    let (dataset, _) = try frontiers()
    let homes = try ["fr", "eu", "us", "cn", "jp", "nowhere"].map {
      dataset.home(of: try #require(dataset.organisation($0))).word
    }
    #expect(homes == ["europe", "europe", "us", "china", "other", "other"])
  }
}
