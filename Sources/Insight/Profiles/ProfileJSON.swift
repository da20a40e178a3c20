import Dataset

extension InvestorProfile: JSONConvertible {
  /// The portfolio; money is the total of the rounds, whoever put it in.
  public var json: JSON {
    let dataset = snapshot.dataset
    return [
      "investor": dataset.slug(investor), "members": members.map { dataset.slug($0) },
      "raised": raised.json(dataset), "share_of_rounds": shareOfRounds,
      "of_rounds": everything.rounds.count,
      "by_layer": byLayer.map { layer, tally -> JSON in
        ["layer": layer, "rounds": tally.rounds.count, "usd_m": tally.usdMillions]
      },
      "share_of_money": shareOfMoney, "own_usd_m": ownUSDMillions,
      "own_undisclosed": ownUndisclosed, "led": led.map { dataset.slug($0.id) },
      "holdings": holdings.map { holding -> JSON in
        [
          "company": dataset.slug(holding.company),
          "rounds": holding.rounds.map { dataset.slug($0.id) }, "led": holding.led,
          "usd_m": holding.raised.usdMillions,
        ]
      },
      "co_investors": coInvestors.map { other -> JSON in
        [
          "investor": dataset.slug(other.investor), "rounds": other.rounds.count,
          "companies": other.companies,
        ]
      }, "others": others.map(dataset.document),
    ]
  }
}

extension LayerProfile: JSONConvertible {
  /// The document of `moat layer NAME --format json`.
  public var json: JSON {
    let dataset = snapshot.dataset
    return [
      "as_of": snapshot.day, "layer": layer, "capital": capital.json(dataset),
      "compute": compute.json(dataset),
      "suppliers": suppliers.map { group in
        (["key": group.key.slug(in: dataset)] as JSON).adding(group.tally.json(dataset))
      },
      "organisations": members.map { member -> JSON in
        [
          "id": dataset.slug(member.organisation), "name": dataset.name(member.organisation),
          "country": dataset[member.organisation].country.map { dataset.code($0) },
          "usd_m": member.raised.usdMillions, "undisclosed": member.raised.undisclosed,
          "accelerators": member.compute.accelerators,
          "valued_usd_m": member.value?.dollars?.millions,
        ]
      }, "models": models.map(dataset.document),
      "bases": layer == .models
        ? ModelBase.all(of: .europe, in: snapshot).map { $0.json(in: dataset) } : nil,
      "signatures": signatures.map(dataset.document),
    ]
  }
}
