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
    let dataset = world.dataset
    let all = models(of: layer, in: world)
    let shown = all.filter(world.passes.matches).sorted { $0.date > $1.date }
    var signed: [ID<Organisation>: SignatureStatus] = [:]
    for signatory in world.snapshot.signatories {
      signed[signatory.organisation] = signatory.status
    }
    let answers = signed
    return FactTable(
      world.filter.isEmpty
        ? "Models · \(all.count) notable ones, of the US and China the frontier only"
        : "Models · \(shown.count) of \(all.count) pass the filter",
      columns: [
        Table.Column("Model", minimum: 16, maximum: 30, priority: 10),
        Table.Column("Developer", minimum: 14, maximum: 26, priority: 9),
        Table.Column("Home", minimum: 4, maximum: 4, priority: 8),
        Table.Column("Date", minimum: 10, maximum: 10, priority: 7),
        Table.Column("Weights", minimum: 10, maximum: 10, priority: 8),
        Table.Column("Parameters", unit: "bn", alignment: .trailing, minimum: 13, priority: 6),
        Table.Column("Trained on", minimum: 10, maximum: 14, priority: 7),
        Table.Column("Served in the EU by", minimum: 19, maximum: 40, priority: 3),
        Table.Column("Code of practice", minimum: 16, maximum: 16, priority: 4),
      ], count: shown.count, sort: sort
    ) { index in
      let model = shown[index]
      let home = dataset[model.developer].country
      let isNVIDIA = model.trainedOn != nil && model.trainedOn == dataset.focus
      return (
        .model(dataset.slug(model.id)),
        [
          FactCell(
            dataset.string(model.name), style: world.isLead(model.sources) ? .possible : .plain),
          FactCell(dataset.name(model.developer)),
          FactCell(home.map { dataset.code($0) } ?? "", style: .dim),
          FactCell(date: model.date, style: .dim),
          FactCell(model.weights.word, style: model.weights == .open ? .strong : .dim),
          FactCell(model.parametersBillions, { NumberFormat.figure($0) }),
          FactCell(
            model.trainedOn.map(dataset.name) ?? NumberFormat.unknown,
            style: isNVIDIA ? .target : .plain),
          FactCell(dataset.ids(model.hostedBy).map { dataset.name($0) }.joined(separator: ", ")),
          FactCell(answers[model.developer]?.word ?? "", style: .dim),
        ]
      )
    }
  }
}
