import Canvas
import Charts
import Dataset
import Insight

/// One layer of the chain: its organisations with what they raised, what they are worth and what they
/// operate; for models, the models themselves and who signed the code of practice.
struct LayerScreen: Screen {
  static let title = "Layer"
  static let purpose = "one layer of the chain that ends in an application"

  let headline: [Span]
  let record: any Encodable & Sendable
  private let tables: [FactTable]

  var panes: [Pane] { tables.map(\.pane) }

  init(page: Page, world: World, settings: Settings) {
    guard case .layer(let layer) = page else {
      headline = []
      record = [String]()
      tables = []
      return
    }
    let members = LayerMembers(layer, in: world)
    headline = members.headline
    record = members.record
    tables = [
      members.table(sort: settings.sort[0]),
      ModelList.table(layer, in: world, sort: settings.sort[1]),
    ].filter { $0.count > 0 }
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    guard let first = tables.first else { return }
    guard tables.count > 1 else { return first.draw(0, in: area, of: &frame, view: view) }
    let isUpper = view.focus != 1
    let parts = area.rows([.share(isUpper ? 3 : 2), .fixed(1), .share(isUpper ? 2 : 3)])
    first.draw(0, in: parts[0], of: &frame, view: view)
    frame.canvas.put(
      tables[1].title, x: area.x, y: parts[1].y, style: isUpper ? .heading : Style(.accent, .bold),
      width: area.width)
    tables[1].draw(1, in: parts[2], of: &frame, view: view)
  }

  func naturalHeight(width: Int) -> Int {
    max(1, tables.reduce(0) { $0 + $1.naturalHeight + 2 } * (tables.count > 1 ? 5 : 2) / 2)
  }
}

/// The organisations of a layer and what is counted of each.
private struct LayerMembers {
  /// An organisation with its sums.
  struct Member: Sendable {
    let id: ID<Organisation>
    let capital: CapitalTally
    let valued: Double?
    let compute: ComputeTally
  }

  let layer: Layer
  let world: World
  let members: [Member]

  init(_ layer: Layer, in world: World) {
    self.layer = layer
    self.world = world
    let capital = Capital.totals(of: world.snapshot, by: .company)
    let compute = Compute.totals(of: world.snapshot, by: .operator)
    func tallies<Tally>(_ groups: [(GroupKey, Tally)]) -> [ID<Organisation>: Tally] {
      var found: [ID<Organisation>: Tally] = [:]
      for case (.organisation(let id), let tally) in groups { found[id] = tally }
      return found
    }
    let raised = tallies(capital.groups.map { ($0.key, $0.tally) })
    let operated = tallies(compute.groups.map { ($0.key, $0.tally) })
    members = world.dataset.organisations.filter { $0.layer == layer && world.shows($0) }
      .map { organisation in
        let value = Capital.of(organisation.id, in: world.snapshot).last?.taken.dollars?.millions
        return Member(
          id: organisation.id, capital: raised[organisation.id] ?? CapitalTally(), valued: value,
          compute: operated[organisation.id] ?? ComputeTally())
      }.sorted { left, right in
        if left.capital.usdMillions != right.capital.usdMillions {
          return left.capital.usdMillions > right.capital.usdMillions
        }
        if left.compute.accelerators != right.compute.accelerators {
          return left.compute.accelerators > right.compute.accelerators
        }
        return left.id < right.id
      }
  }

  var headline: [Span] {
    let sum = members.reduce(0) { $0 + $1.capital.usdMillions }
    let chips = members.reduce(0) { $0 + $1.compute.accelerators }
    return [
      Span("Layer: \(layer.word) · ", .heading),
      Span("\(members.count)", Style(.strong, .bold)), Span(" organisations · raised "),
      Span(NumberFormat.money(millions: sum), Style(.strong, .bold)),
      Span(chips > 0 ? " · \(NumberFormat.integer(chips)) firm accelerators" : ""),
    ]
  }

  func table(sort: SortOrder?) -> FactTable {
    let (members, dataset) = (members, world.dataset)
    return FactTable(
      "Organisations",
      columns: [
        Table.Column("Organisation", minimum: 18, maximum: 34, priority: 10),
        Table.Column("Home", minimum: 12, maximum: 24, priority: 6),
        Table.Column("Raised", unit: "$ m", alignment: .trailing, minimum: 10, priority: 9),
        Table.Column("Rounds", alignment: .trailing, minimum: 6, priority: 5),
        Table.Column("Valued", unit: "$ m", alignment: .trailing, minimum: 10, priority: 8),
        Table.Column("Accelerators", alignment: .trailing, minimum: 12, priority: 7),
        Table.Column("Note", minimum: 24, maximum: 90, priority: 3),
      ], count: members.count, sort: sort
    ) { index in
      let member = members[index]
      let organisation = dataset[member.id]
      let home = [
        dataset.string(organisation.city), organisation.country.map { dataset.code($0) } ?? "",
      ].filter { !$0.isEmpty }.joined(separator: ", ")
      let isKnown = member.capital.rounds.count > member.capital.undisclosed
      return (
        .organisation(dataset.slug(member.id)),
        [
          FactCell(dataset.name(member.id)), FactCell(home, style: .dim),
          FactCell(
            isKnown ? member.capital.usdMillions : nil,
            { NumberFormat.integer(Int($0.rounded())) }),
          FactCell(
            count: member.capital.rounds.isEmpty ? nil : member.capital.rounds.count, style: .dim),
          FactCell(member.valued, { NumberFormat.integer(Int($0.rounded())) }),
          FactCell(
            count: member.compute.accelerators > 0 ? member.compute.accelerators : nil),
          FactCell(dataset.string(organisation.note), style: .dim),
        ]
      )
    }
  }

  var record: LayerRecord {
    LayerRecord(
      as_of: world.day, layer: layer.word,
      organisations: members.map { member in
        LayerRecord.Entry(
          id: world.dataset.slug(member.id), name: world.dataset.name(member.id),
          usd_m: member.capital.usdMillions, rounds: member.capital.rounds.count,
          undisclosed: member.capital.undisclosed, valued_usd_m: member.valued,
          accelerators: member.compute.accelerators)
      })
  }
}

/// A layer as data.
private struct LayerRecord: Encodable, Sendable {
  /// An organisation with its sums.
  struct Entry: Encodable, Sendable {
    let id, name: String
    let usd_m: Double
    let rounds, undisclosed: Int
    let valued_usd_m: Double?
    let accelerators: Int
  }

  let as_of: Day
  let layer: String
  let organisations: [Entry]
}

/// Models as rows of a table; row counts are no market shares.
private enum ModelList {
  static func table(_ layer: Layer, in world: World, sort: SortOrder?) -> FactTable {
    let dataset = world.dataset
    let isModels = layer == .models
    let shown = world.snapshot.models.filter { isModels || dataset[$0.developer].layer == layer }
      .sorted { $0.date > $1.date }
    var signed: [ID<Organisation>: SignatureStatus] = [:]
    for signatory in world.snapshot.signatories {
      signed[signatory.organisation] = signatory.status
    }
    let answers = signed
    return FactTable(
      "Models · \(shown.count) notable ones, of the US and China the frontier only",
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
      let isNVIDIA = model.trainedOn.map { dataset.slug($0) == "nvidia" } ?? false
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
