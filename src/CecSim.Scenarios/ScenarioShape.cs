using CecSim.Scenarios.Calls;
using CecSim.Scenarios.Faults;
using CecSim.Scenarios.Ivr;
using CecSim.Scenarios.Outbound;
using CecSim.Simulation.Outbound;

namespace CecSim.Scenarios;

/// <summary>A whole scenario file.</summary>
internal static partial class ScenarioShape
{
    public static readonly ObjectShape<ScenarioContent> Whole =
        new ObjectShape<ScenarioContent>(new ScenarioContent())
            .Required(
                "name",
                "what the scenario is called.",
                NameOf("a scenario name"),
                (s, name) => s with { Name = name })
            .Optional(
                "about",
                "one sentence that says what happens.",
                new TextShape("a sentence", 1, 300),
                (s, about) => s with { About = about })
            .Optional(
                "profile",
                "the CEC version to imitate.",
                new ChoiceShape<Profile>("a profile", [.. Profile.All.Select(p => (p.Name, p))]),
                (s, profile) => s with { Profile = profile },
                s => s.Profile)
            .Optional(
                "seed",
                "where every random draw and every id comes from; the same seed gives the same run.",
                new NumberShape<ulong>("a seed", ulong.MinValue, ulong.MaxValue),
                (s, seed) => s with { Seed = seed },
                s => s.Seed)
            .Optional("space", "the tenant space to build.", SpaceShape.Whole, (s, space) => s with { Space = space })
            .Optional(
                "scripts",
                "scripts that others run by their names.",
                NamedScripts.All,
                (s, scripts) => s with { Scripts = scripts })
            .Optional(
                "ivr",
                "IVR flows: what callers are told and asked, by name.",
                IvrShape.Flows,
                (s, flows) => s with { Ivr = flows })
            .Optional(
                "calls",
                "the fate of calls; the first rule that matches a call decides.",
                new ListShape<CallRule>("calls", CallShape.Rule, 0, 1000),
                (s, calls) => s with { Calls = calls })
            .Optional(
                "outbound",
                "whom agents reach when they call; the first rule that matches the number decides.",
                new ListShape<OutboundRule>("outbound rules", OutboundShape.Rule, 0, 1000),
                (s, outbound) => s with { Outbound = outbound })
            .Optional(
                "faults",
                "what goes wrong on purpose.",
                new ListShape<FaultRule>("faults", FaultShape.Rule, 0, 1000),
                (s, faults) => s with { Faults = faults })
            .Rule(IvrCircles.Complain)
            .Rule(IvrWarnings.Warn)
            .Rule(ShadowedRules.Warn);

    /// <param name="what">What it is the name of, as in "a scenario name".</param>
    public static TextShape NameOf(string what) => new(what, 1, 60)
    {
        Pattern = NamePattern(),
        Characters = "of a-z, 0-9 and '-'",
    };

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex NamePattern();
}
