import Dataset
import Insight

extension HeadlineFigures {
  /// The document of `moat overview --format json`.
  func json(in world: World) -> JSON {
    let dataset = world.dataset
    return [
      "as_of": world.day,
      "raised_this_year": [
        "year": world.day.civil.year, "rounds": year.rounds.count,
        "undisclosed": year.undisclosed, "usd_m": year.usdMillions,
        "announced_usd_m": year.announcedUSDMillions,
      ] as JSON,
      "compute": compute, "capital": capital, "nvidia_share": nvidia,
      "europe": [
        "chips_nvidia": europe.chips, "customers_us": europe.customers,
        "capital_us": europe.capital, "outside_eu27": europe.outside,
      ] as JSON,
      "last_quarter": [
        "since": before.day, "raised_usd_m": before.raisedSince,
        "accelerators": compute.total.accelerators - before.accelerators,
        "full_authority": enforcement.full.count - before.full,
        "nvidia_share_before": before.nvidia,
      ] as JSON,
      "enforcement": [
        "full": enforcement.full.map { dataset.code($0.country) },
        "possible": enforcement.possible.map { dataset.code($0.country) },
        "members": enforcement.members.count,
      ] as JSON,
      "next": law.upcoming.prefix(10).map { obligation -> JSON in
        let scheduled = obligation.scheduled
        return [
          "id": dataset.slug(obligation.id), "title": dataset.string(obligation.named.title),
          "article": dataset.string(obligation.current.article), "scheduled": scheduled,
          "days": scheduled?.precision == .day ? scheduled.map { $0.lastDay - world.day } : nil,
          "sources": dataset.slugs(obligation.current.sources),
        ]
      },
    ]
  }
}
