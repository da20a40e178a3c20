/// A layer of the chain that ends in an application of AI.
public enum Layer: UInt8, Vocabulary {
  case chips, infrastructure, research, models, applications, capital, `public`

  public static let words = [
    "chips", "infrastructure", "research", "models", "applications", "capital", "public",
  ]
}

public enum OrganisationKind: UInt8, Vocabulary {
  case company, publicCompany, fund, state, publicLab, regulator

  public static let words = [
    "company", "public-company", "fund", "state", "public-lab", "regulator",
  ]
}

public enum Confidence: UInt8, Vocabulary {
  /// By the party itself or an official document.
  case confirmed
  /// By a reputable press.
  case reported
  /// By an analyst.
  case estimate
  /// Sources disagree, or it was withdrawn.
  case disputed

  public static let words = ["confirmed", "reported", "estimate", "disputed"]
}

public enum SourceKind: UInt8, Vocabulary {
  case official, company, news, analysis, aggregator

  public static let words = ["official", "company", "news", "analysis", "aggregator"]
}

public enum Retrieval: UInt8, Vocabulary {
  /// The page itself, or a stored excerpt of it.
  case page
  /// A public digest that names the address; the page was not opened.
  case digest

  public static let words = ["page", "digest"]
}

/// The form money takes in a round.
public enum Instrument: UInt8, Vocabulary {
  case equity, debt, safe, grant, ipo, mixed
  /// A price paid, an outflow, a vehicle that will invest, stated spending: none is money raised.
  case acquisition, fund, buyback, plan

  public static let words = [
    "equity", "debt", "safe", "grant", "ipo", "mixed", "acquisition", "fund", "buyback", "plan",
  ]

  /// True if a round of this form brings money to the company.
  public var raisesMoney: Bool { rawValue <= Instrument.mixed.rawValue }
}

public enum RoundStatus: UInt8, Vocabulary {
  case closed, announced, conditional, withdrawn

  public static let words = ["closed", "announced", "conditional", "withdrawn"]
}

public enum InvestorRole: UInt8, Vocabulary {
  case lead, participant, strategic

  public static let words = ["lead", "participant", "strategic"]
}

public enum ValuationBasis: UInt8, Vocabulary {
  case postMoney, marketCap, secondary, acquisition, talks

  public static let words = ["post-money", "market-cap", "secondary", "acquisition", "talks"]
}

/// The extent of a row of compute; only sites are counted.
public enum ComputeScope: UInt8, Vocabulary {
  case site
  /// Contains other rows.
  case programme
  /// An application that may fail.
  case bid
  /// An option that is not taken.
  case option

  public static let words = ["site", "programme", "bid", "option"]
}

public enum ComputeStatus: UInt8, Vocabulary {
  case announced, contracted, building, operational, paused, cancelled

  public static let words = [
    "announced", "contracted", "building", "operational", "paused", "cancelled",
  ]

  /// True if somebody is bound to the capacity: contracted, building or operational.
  public var isFirm: Bool { self == .contracted || self == .building || self == .operational }
}

/// A relation of one organisation to another, read as "from KIND to".
public enum RelationKind: UInt8, Vocabulary {
  case supplies, investsIn, hosts, customerOf, partnersWith, owns, finances, regulates
  /// A product or a model that stands on a model of another: no supply of chips.
  case buildsOn

  public static let words = [
    "supplies", "invests-in", "hosts", "customer-of", "partners-with", "owns", "finances",
    "regulates", "builds-on",
  ]
}

/// The part of a chain that a supplier gives. Suppliers of different parts are needed together, suppliers of
/// the same part are ways around each other.
public enum SuppliedPart: UInt8, Vocabulary {
  case accelerators, processors, memory, cores, foundry, lithography, optics, laser, network
  case systems, cloud, energy

  public static let words = [
    "accelerators", "processors", "memory", "cores", "foundry", "lithography", "optics", "laser",
    "network", "systems", "cloud", "energy",
  ]
}

public enum RelationStatus: UInt8, Vocabulary {
  case active, announced, ended

  public static let words = ["active", "announced", "ended"]
}

/// The task of an authority under Articles 70 and 77 of Regulation (EU) 2024/1689.
public enum AuthorityRole: UInt8, Vocabulary {
  case marketSurveillance, notifying, singlePointOfContact, fundamentalRights

  public static let words = [
    "market-surveillance", "notifying", "single-point-of-contact", "fundamental-rights",
  ]
}

/// A thing that a member state has to do for the AI Act to be enforced there.
public enum EnforcementStepKind: UInt8, Vocabulary {
  case bill, law, marketSurveillance, notifying, singlePointOfContact, penalties
  case fundamentalRights, sandbox

  public static let words = [
    "bill", "law", "market-surveillance", "notifying", "single-point-of-contact", "penalties",
    "fundamental-rights", "sandbox",
  ]
}

public enum EnforcementStatus: UInt8, Vocabulary {
  case none, proposed, adopted, inForce, designated, operational, partial

  public static let words = [
    "none", "proposed", "adopted", "in-force", "designated", "operational", "partial",
  ]

  /// True if it has legal effect: in force, designated or operational.
  public var isEffective: Bool { self == .inForce || self == .designated || self == .operational }
}

public enum MilestoneStatus: UInt8, Vocabulary {
  case proposed, agreed, scheduled, inForce, postponed, withdrawn

  public static let words = [
    "proposed", "agreed", "scheduled", "in-force", "postponed", "withdrawn",
  ]
}

public enum Bloc: UInt8, Vocabulary {
  case eu, eea, ch, uk, other, union

  /// The words of the file; abbreviations are in capital letters there.
  public static let words = ["EU", "EEA", "CH", "UK", "other", "union"]
}

/// The permission to download a model's weights and use them.
public enum Weights: UInt8, Vocabulary {
  /// Anyone, for commercial use too.
  case open
  /// Downloadable, but use is barred or capped.
  case restricted
  case closed

  public static let words = ["open", "restricted", "closed"]
}

public enum Modality: UInt8, Vocabulary {
  case text, multimodal, image, code, audio, agent, video, control, tabular

  public static let words = [
    "text", "multimodal", "image", "code", "audio", "agent", "video", "control", "tabular",
  ]
}

public enum SignatureStatus: UInt8, Vocabulary {
  case signed, partly, refused

  public static let words = ["signed", "partly", "refused"]
}
