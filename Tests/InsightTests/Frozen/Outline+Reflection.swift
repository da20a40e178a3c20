import Dataset
import Insight

extension Outline {
  /// The stored properties of a value, ids by their slugs, rows by what names them.
  init(_ value: Any, in dataset: Dataset) {
    if let short = Outline.short(value, dataset) {
      self = .leaf(short)
      return
    }
    if let number = value as? Double {
      self = .number(number)
      return
    }
    let mirror = Mirror(reflecting: value)
    let children = mirror.children.filter { !($0.value is Dataset || $0.value is Snapshot) }
    let items = children.map { Outline($0.value, in: dataset) }
    switch mirror.displayStyle {
    case .optional: self = items.first ?? .leaf("-")
    case .collection: self = .list(items)
    case .set, .dictionary: self = .unordered(items)
    case .enum:
      guard let child = children.first, let name = child.label else {
        self = .leaf("\(value)")
        return
      }
      self = .fields([(name, Outline(child.value, in: dataset))])
    default:
      if items.isEmpty {
        self = .leaf("\(value)")
      } else {
        self = .fields(zip(children, items).map { ($0.label ?? "", $1) })
      }
    }
  }

  private static func short(_ value: Any, _ dataset: Dataset) -> String? {
    switch value {
    case let id as ID<Organisation>: dataset.slug(id)
    case let id as ID<Commitment>: dataset.slug(id)
    case let id as ID<Round>: dataset.slug(id)
    case let id as ID<Country>: dataset.code(id)
    case let id as ID<Source>: dataset.slug(id)
    case let id as ID<Milestone>: dataset.slug(id)
    case let id as ID<Model>: dataset.slug(id)
    case let id as ID<Claim>: dataset.slug(id)
    case let id as ID<Chip>: dataset.slug(id)
    case let ids as IDList<Source>: dataset.ids(ids).map { dataset.slug($0) }.joined(separator: ";")
    case let ids as IDList<Chip>: dataset.ids(ids).map { dataset.slug($0) }.joined(separator: ";")
    case let text as Text: dataset.string(text)
    case let row as Commitment: "\(dataset.slug(row.id)) \(row.date) \(row.status)"
    case let row as Round: "\(dataset.slug(row.id)) \(row.date)"
    case let row as Milestone: "\(dataset.slug(row.id)) \(row.date) \(row.status)"
    case let row as Model: "\(dataset.slug(row.id)) \(row.date)"
    case let row as Organisation: dataset.slug(row.id)
    case let row as Claim: dataset.slug(row.id)
    case let row as Relation:
      "\(dataset.slug(row.from)) \(row.kind) \(dataset.slug(row.to)) \(row.date)"
    case let origin as Origin: "\(origin.table) \(origin.line)"
    case let evidence as Evidence:
      "\(evidence.rows.count) rows, \(evidence.sources.count) sources"
    case let day as Day: day.description
    case let date as PartialDate: date.description
    case let text as String: text.isEmpty ? "''" : text
    case let range as ClosedRange<Int>: "\(range)"
    case let range as ClosedRange<Day>: "\(range)"
    default: nil
    }
  }
}
