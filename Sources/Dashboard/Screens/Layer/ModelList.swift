import Canvas
import Charts
import Dataset
import Insight

/// Models as rows of a table; row counts are no market shares.
enum ModelList {
  /// The models that a layer lists: all of them on its own page, elsewhere those of its organisations.
  static func models(of layer: Layer, in world: World) -> [Model] {
    world.snapshot.models.filter {
      layer == .models || world.dataset[$0.developer].layer == layer
    }
  }

  static func table(_ layer: Layer, in world: World, sort: SortOrder?) -> FactTable {
    let all = models(of: layer, in: world)
    let shown = all.filter(world.passes.matches).sorted { $0.date > $1.date }
    return FactTable(
      world.filter.isEmpty
        ? "Models · \(all.count) notable ones, of the US and China the frontier only"
        : "Models · \(shown.count) of \(all.count) pass the filter",
      name: "models", columns: columns(answers(in: world)), rows: shown, in: world, sort: sort,
      hidden: shown.contains { $0.baseDeveloper != nil } ? [] : ["base_developer"]
    ) { .model($1.dataset.slug($0.id)) }
  }

  /// The answers to the code of practice for general-purpose models, the first that was signed.
  ///
  /// A later code asks for something else: Meta refused this code and signed that on marking.
  private static func answers(in world: World) -> [ID<Organisation>: SignatureStatus] {
    let signatures = world.snapshot.signatories.sorted { $0.date < $1.date }
    let answers = signatures.filter { $0.instrument == signatures.first?.instrument }
    return Dictionary(
      answers.map { ($0.organisation, $0.status) }, uniquingKeysWith: { _, later in later })
  }

  private static func columns(
    _ answers: [ID<Organisation>: SignatureStatus]
  ) -> [Column<Model>] {
    [
      Column("id") { $1.dataset.slug($0.id) },
      Column(
        "name", .init("Model", minimum: 16, maximum: 30, priority: 10),
        styled: { $1.isLead($0.sources) ? .possible : $2 }
      ) { $1.dataset.string($0.name) },
      Column("developer", .init("Developer", minimum: 14, maximum: 26, priority: 9)) {
        $1.reference($0.developer)
      },
      Column("country", .init("Home", minimum: 4, maximum: 4, priority: 8), style: .dim) {
        model, world in world.dataset[model.developer].country.map { world.dataset.code($0) }
      },
      Column("date", .init("Date", minimum: 10, maximum: 10, priority: 7), style: .dim) {
        model, _ in model.date
      },
      Column(
        "weights", .init("Weights", minimum: 10, maximum: 10, priority: 8),
        styled: { model, _, _ in model.weights == .open ? .strong : .dim }
      ) { model, _ in model.weights.word },
      Column(
        "parameters_bn",
        .init("Parameters", unit: "bn", alignment: .trailing, minimum: 13, priority: 6)
      ) { model, _ in model.parametersBillions },
      Column(
        "trained_on", .init("Trained on", minimum: 10, maximum: 14, priority: 7),
        styled: { model, world, style in
          model.trainedOn != nil && model.trainedOn == world.dataset.focus ? .target : style
        },
        words: { model, _ in model.trainedOn == nil ? NumberFormat.unknown : nil }
      ) { $0.trainedOn.map($1.reference) },
      .base(.init("Built on", minimum: 8, maximum: 18, priority: 6)),
      Column("hosts", .init("Served in the EU by", minimum: 19, maximum: 40, priority: 3)) {
        model, world in world.dataset.ids(model.hostedBy).map { world.reference($0) }
      },
      Column(
        "code_of_practice", .init("Code of practice", minimum: 16, maximum: 16, priority: 4),
        style: .dim
      ) { model, _ in answers[model.developer]?.word },
      Column("sources") { $1.ids($0.sources) },
    ]
  }
}
