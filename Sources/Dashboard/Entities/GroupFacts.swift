import Dataset
import Insight

extension World {
  /// The page of a group, where the group is a thing with a page.
  func fact(of key: GroupKey) -> Fact? {
    switch key {
    case .organisation(let id): .organisation(dataset.slug(id))
    case .country(let id): .country(dataset.code(id))
    case .layer(let layer): .layer(layer)
    case .jurisdiction, .quarter, .year, .instrument, .status, .chip, .unknown: nil
    }
  }

  /// True if a row rests only on pages that were not retrieved: it is a lead to be confirmed.
  func isLead(_ sources: IDList<Source>) -> Bool {
    let ids = dataset.ids(sources)
    return !ids.isEmpty && ids.allSatisfy { !dataset[$0].isRetrieved }
  }
}

extension World {
  func shows(_ organisation: Organisation) -> Bool { passes.matches(organisation) }
}
