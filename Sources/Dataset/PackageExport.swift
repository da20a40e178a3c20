public struct PackageFile: Equatable, Sendable {
  public let path: String
  public let text: String
}

extension Dataset {
  /// The facts as one data package: the tables of all packages, then the descriptor.
  ///
  /// The descriptor comes last, so that a folder with a descriptor is whole. It is that of the
  /// lowest package, with the latest `updated` and `reach` of all packages. A table that only a
  /// later package has is listed as that package lists it. Rows with an error, foreign columns and
  /// files of other tables are left out.
  public func exported() -> [PackageFile] {
    guard let base = packages.first else { return [] }
    var files: [PackageFile] = []
    var edits = [
      Edit(place: base.descriptor.updatedPlace, text: jsonString(updated.description))
    ]
    var added: [String] = []
    for table in TableName.allCases {
      guard let owner = packages.first(where: { $0.files[table] != nil }),
        let resource = owner.descriptor.resources.first(where: { $0.name == table.word })
      else { continue }
      var changes: [Edit] = []
      if let place = resource.reachPlace, let reach = reach(of: table) {
        changes.append(Edit(place: place, text: jsonString(reach.description)))
      }
      var path = resource.path
      if owner.folder == base.folder {
        edits += changes
      } else {
        let taken = Set(base.descriptor.resources.map(\.path) + files.map(\.path))
        var number = 1
        while taken.contains(path) || path == "datapackage.json" {
          path = number == 1 ? "\(table.word).csv" : "\(table.word)-\(number).csv"
          number += 1
        }
        changes.append(Edit(place: resource.pathPlace, text: jsonString(path)))
        added.append(owner.descriptor.text.edited(changes, in: resource.place))
      }
      files.append(PackageFile(path: path, text: csv(table)))
    }
    if !added.isEmpty { edits.append(base.descriptor.adding(added)) }
    let text = base.descriptor.text
    files.append(
      PackageFile(path: "datapackage.json", text: text.edited(edits, in: text.indices)))
    return files
  }
}

/// A piece of a text to be put in the place of another.
private struct Edit {
  let place: Range<Int>
  let text: String
}

extension PackageDescriptor {
  /// Lists more resources behind the last resource.
  fileprivate func adding(_ added: [String]) -> Edit {
    if let last = resources.last?.place.upperBound {
      return Edit(place: last..<last, text: added.map { ",\n    " + $0 }.joined())
    }
    return Edit(
      place: resourcesPlace, text: "[\n    " + added.joined(separator: ",\n    ") + "\n  ]")
  }
}

extension [UInt8] {
  /// A part of the text with some places replaced, none of which overlap.
  fileprivate func edited(_ edits: [Edit], in part: Range<Int>) -> String {
    var bytes: [UInt8] = []
    var place = part.lowerBound
    for edit in edits.sorted(by: { $0.place.lowerBound < $1.place.lowerBound }) {
      bytes += self[place..<edit.place.lowerBound]
      bytes += Array(edit.text.utf8)
      place = edit.place.upperBound
    }
    bytes += self[place..<part.upperBound]
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A JSON string. Dates and paths, which is all that is written, hold no control characters.
private func jsonString(_ text: String) -> String {
  let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
  return "\"" + String(escaped) + "\""
}
