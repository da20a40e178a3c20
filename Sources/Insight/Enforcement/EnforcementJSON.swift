import Dataset

extension EnforcementReport: JSONConvertible {
  /// The document of `moat enforcement --format json`.
  public var json: JSON {
    let dataset = snapshot.dataset
    func codes(_ states: [StateEnforcement]) -> [String] { states.map { dataset.code($0.country) } }
    return [
      "as_of": day, "basis": basis, "full": codes(full), "possible": codes(possible),
      "three_designations": codes(designated), "members": members.count, "counts": counts,
      "states": states.map { $0.json(in: dataset) },
    ]
  }

  /// How many of the members stand where, meet each obligation, and are late with any.
  private var counts: JSON {
    func count(_ isMeant: (StateEnforcement) -> Bool) -> Int { members.count(where: isMeant) }
    return [
      "full": full.count, "possible": possible.count, "partly": count { $0.standing == .partly },
      "none": count { $0.standing == .none || $0.standing == .proposed },
      "late": [
        "authorities": count { !$0.overdue(.authorities).isEmpty },
        "penalties": count { !$0.overdue(.penalties).isEmpty },
      ] as JSON,
      "in_force": JSON.object(
        EnforcementStepKind.allCases.map { step in
          (String(step.word.map { $0 == "-" ? "_" : $0 }), count { $0[step].holds }.json)
        }),
    ]
  }
}

extension StateEnforcement {
  /// The state in the documents of `enforcement` and `country`.
  func json(in dataset: Dataset) -> JSON {
    let steps = EnforcementStepKind.allCases.map { step in
      (String(step.word.map { $0 == "-" ? "_" : $0 }), self[step].status.json)
    }
    let state: JSON = [
      "country": dataset.code(country), "bloc": bloc, "full": isFull && bloc == .eu,
      "possible": standing == .possible && bloc == .eu, "full_since": fullSince,
      "missing": missing, "days_late": daysLate,
      "sources": evidence(in: dataset).slugs(in: dataset),
    ]
    return state.adding(.object(steps))
  }
}

extension EnforcementComparison: JSONConvertible {
  /// The document of `moat enforcement --since DAY --format json`.
  ///
  /// It has the members full on either day, and those that gained or lost full authority between
  /// them. It also has those that may have it by now, and every step whose status differs.
  public var json: JSON {
    let dataset = later.snapshot.dataset
    func codes(_ states: [ID<Country>]) -> [String] { states.map { dataset.code($0) } }
    return [
      "from": from, "to": to, "basis": later.basis,
      "full_before": codes(earlier.full.map(\.country)), "full": codes(later.full.map(\.country)),
      "gained": codes(becameFull), "lost": codes(ceasedFull),
      "became_possible": codes(becamePossible),
      "changes": changes.map { change -> JSON in
        [
          "country": dataset.code(change.country), "step": change.step,
          "before": change.before?.status ?? EnforcementStatus.none,
          "after": change.after?.status ?? EnforcementStatus.none,
          "date": change.after?.date,
          "sources": change.after.map { dataset.slugs($0.sources) } ?? [],
        ]
      },
    ]
  }
}
