using System.Text.RegularExpressions;
using CecSim.Control.Contracts;
using CecSim.Scenarios.Shipped;
using CecSim.Scenarios.Wording;
using CecSim.Server.Control.Clock;
using CecSim.Simulation.Clock;

namespace CecSim.Server.Control.Spaces;

/// <summary>From what a request wishes to a space of this server, or a problem.</summary>
internal static partial class SpaceFactory
{
    private const string DemoName = "space";

    /// <summary>Why a server takes no more spaces, or not this one.</summary>
    public static readonly ProblemCode[] NoRoom =
        [.. Enum.GetValues<SpaceRefusal>().Select(RefusalOf)];

    /// <summary>What a space can be made from: what the server was started with, then what is shipped.</summary>
    public static IEnumerable<string> NamesOf(SpaceDirectory spaces) =>
        spaces.Templates.Select(t => t.Name).Union(ShippedScenarios.Names);

    public static ProblemHttpResult UnknownScenario(SpaceDirectory spaces, string wished) =>
        ProblemCode.ScenarioUnknown.ToProblem(
            $"'{wished}' is none of {string.Join(", ", NamesOf(spaces))}."
            + (Spelling.Nearest(wished, NamesOf(spaces)) is { } near ? $" Did you mean {near}?" : ""));

    public static (HostedSpace? Space, ProblemHttpResult? Problem) Make(SpaceDirectory spaces, NewSpace body)
    {
        if (body.Name is { } name && !NamePattern().IsMatch(name))
        {
            return Problem(ProblemCode.BadRequest, "A name has 1 to 60 characters of a-z, 0-9 and '-'.");
        }

        var (clock, whyNot) = body.Clock is null ? (spaces.Clock, null) : ClockJson.Start(body.Clock);
        if (clock is null)
        {
            return Problem(ProblemCode.BadRequest, whyNot!);
        }

        // Two requests may wish for one free name at once: whoever comes second gets the next.
        while (true)
        {
            var (scenario, settings, problem) = SettingsOf(spaces, body);
            if (settings is null)
            {
                return (null, problem);
            }

            var (space, why) = spaces.Add(scenario, settings, clock);
            if (space is not null)
            {
                return (space, null);
            }

            if (why != SpaceRefusal.NameTaken || body.Name is not null)
            {
                return Problem(RefusalOf(why), DetailOf(why, settings));
            }
        }
    }

    /// <summary>Exactly this space and no other.</summary>
    public static (HostedSpace? Space, ProblemHttpResult? Problem) Add(
        SpaceDirectory spaces, string scenario, SpaceSettings settings, ClockSettings clock)
    {
        if (!NamePattern().IsMatch(settings.Name))
        {
            return Problem(ProblemCode.BadRequest, "A name has 1 to 60 characters of a-z, 0-9 and '-'.");
        }

        var (space, why) = spaces.Add(scenario, settings, clock);
        return space is null ? Problem(RefusalOf(why), DetailOf(why, settings)) : (space, null);
    }

    /// <summary>Whether spaces and snapshots may be called so.</summary>
    public static bool IsName(string text) => NamePattern().IsMatch(text);

    private static (string Scenario, SpaceSettings? Settings, ProblemHttpResult? Problem) SettingsOf(
        SpaceDirectory spaces, NewSpace body)
    {
        switch (body)
        {
            case { Scenario: not null, Inline: not null }:
                return ("", null, ProblemCode.BadRequest.ToProblem("Send scenario or inline, not both."));
            case { Inline: { } text }:
                var load = ScenarioCopies.Parse(
                    body.InlineName ?? "inline", text, s => NameOf(spaces, body, s), body.OwnCredentials);
                return load.Complaints.Count == 0
                    ? (load.Scenarios[0].Name, load.Scenarios[0].Space, null)
                    : ("", null, ProblemCode.ScenarioBroken.ToProblem(
                        string.Join("\n", load.Complaints), load.Complaints));
            case { Scenario: { } wished }:
                return TemplateOf(spaces, wished) is { } template
                    ? (wished, ScenarioCopies.Copy(template, NameOf(spaces, body, wished)), null)
                    : ("", null, UnknownScenario(spaces, wished));
            default:
                return (DemoName, ScenarioCopies.Copy(new SpaceSettings(), NameOf(spaces, body, DemoName)), null);
        }
    }

    private static SpaceSettings? TemplateOf(SpaceDirectory spaces, string scenario) =>
        spaces.Templates.FirstOrDefault(t => t.Name == scenario)
        ?? (ShippedScenarios.TextOf(scenario) is { } text
            ? ScenarioFiles.Parse(scenario, text).Scenarios[0].Space
            : null);

    private static string NameOf(SpaceDirectory spaces, NewSpace body, string scenario) =>
        body.Name ?? spaces.FreeName(scenario);

    private static (HostedSpace?, ProblemHttpResult?) Problem(ProblemCode refusal, string detail) =>
        (null, refusal.ToProblem(detail));

    private static ProblemCode RefusalOf(SpaceRefusal why) => why switch
    {
        SpaceRefusal.NameTaken => ProblemCode.NameTaken,
        SpaceRefusal.CredentialsTaken => ProblemCode.CredentialsTaken,
        SpaceRefusal.TooManySpaces => ProblemCode.TooManySpaces,
        SpaceRefusal.TooManyAgents => ProblemCode.TooManyAgents,
        SpaceRefusal.CannotBeKept => ProblemCode.CannotBeKept,
    };

    private static string DetailOf(SpaceRefusal why, SpaceSettings settings) => why switch
    {
        SpaceRefusal.NameTaken => $"A space is called {settings.Name} already.",
        SpaceRefusal.CredentialsTaken =>
            $"The appKey {settings.AppKey} is another space's. Leave it out, or send \"ownCredentials\":true.",
        SpaceRefusal.TooManySpaces => $"At most {SpaceDirectory.SpacesMax} spaces are kept: delete one.",
        SpaceRefusal.TooManyAgents => $"All spaces together have at most {SpaceDirectory.AgentsMax} agents.",
        SpaceRefusal.CannotBeKept => "There is no room where spaces are kept (--persist): make some.",
    };

    [GeneratedRegex("^[a-z0-9-]{1,60}$")]
    private static partial Regex NamePattern();
}
