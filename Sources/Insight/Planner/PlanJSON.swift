import Dataset

extension Plan: JSONConvertible {
  /// The document of `moat plan --format json`.
  public var json: JSON {
    let dataset = snapshot.dataset
    let months = question.assessmentMonths
    var since: PartialDate?
    if case .yes(let day) = finingPower { since = day }
    return [
      "as_of": snapshot.day, "kind": question.kind, "country": dataset.code(question.country),
      "assessment_months": [months.lowerBound, months.upperBound], "deadline": duty?.scheduled,
      "latest_start": starts.map { start -> JSON in
        ["months": start.months, "day": start.day, "days_left": start.daysLeft]
      },
      "obligations": obligations.map { $0.json(in: dataset) },
      "rules": rules.map { $0.json(in: dataset) },
      "late": late.map { $0.json(in: dataset) }, "state": state?.json(in: dataset),
      "authorities": authorities.map(dataset.document(authority:)), "can_fine": finingPower.word,
      "can_fine_since": since, "can_fine_only": since == nil ? nil : fineableOnly,
      "penalties": penalties.map(dataset.document),
      "providers": providers.map { $0.json(in: dataset) },
      "other_providers": otherProviders.map { dataset.slug($0) }, "note": Plan.note,
    ]
  }
}

extension PlannedObligation {
  fileprivate func json(in dataset: Dataset) -> JSON {
    // A date known in part names no day to count to.
    var daysLeft: Int?
    if case .ahead(let days) = obligation.timeliness, obligation.due?.precision == .day {
      daysLeft = days
    }
    return [
      "id": dataset.slug(obligation.id), "title": dataset.string(obligation.named.title),
      "part": part, "article": dataset.string(obligation.current.article),
      "date": obligation.scheduled, "first_date": obligation.firstScheduled,
      "proposed": obligation.proposal?.scheduled, "status": obligation.status,
      "applies": applies, "days_left": daysLeft, "days_late": obligation.timeliness?.daysLate,
      "note": dataset.string(obligation.current.note),
      "sources": obligation.evidence(in: dataset).slugs(in: dataset),
    ]
  }
}

extension Plan.Late {
  fileprivate func json(in dataset: Dataset) -> JSON {
    switch self {
    case .start(let start):
      ["what": "start", "id": "\(start.months) months", "days": -start.daysLeft]
    case .obligation(let obligation, let late):
      ["what": "obligation", "id": dataset.slug(obligation.id), "days": late]
    case .state(let step, let late): ["what": "state", "id": step.word, "days": late]
    }
  }
}

extension ComputeProvider {
  fileprivate func json(in dataset: Dataset) -> JSON {
    [
      "id": dataset.slug(organisation), "name": dataset.name(organisation),
      "owner": dataset.slug(owner), "owner_home": ownerHome,
      "sites": sites.map { site -> JSON in
        [
          "jurisdiction": site.jurisdiction, "running": site.running, "firm": site.firm,
          "unknown": site.unknown, "announced": site.announced,
          "announced_unknown": site.announcedUnknown,
        ]
      }, "chips": chips, "nvidia": nvidia, "tenants": tenants.map { dataset.slug($0) },
      "sources": evidence.slugs(in: dataset),
    ]
  }
}
