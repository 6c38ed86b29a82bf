using CecSim.Control.Contracts;
using CecSim.Scenarios.Shipped;
using CecSim.Server.Control.Spaces;
using CecSim.Server.DryRuns;

namespace CecSim.Server.Control.Scenarios;

/// <summary>Scenarios that are being written: to start from, to check, to try.</summary>
internal static class ScenarioEndpoints
{
    // What complaints would call a file; here there is one text, and everybody knows which.
    private const string FileName = "scenario";

    public static void MapScenarios(this IEndpointRouteBuilder control)
    {
        control.MapGet("/scenarios/{scenarioName}", Read)
            .WithSummary("Read the text of a scenario of the server, or of a shipped one")
            .Refuses(ProblemCode.ScenarioUnknown);
        control.MapPost("/scenarios/check", Check).WithSummary("Say all that is wrong in the text of a scenario");
        control.MapPost("/scenarios/try", TryAsync)
            .WithSummary("Play a scenario to a client that does as the documents say, once for each of its rules")
            .Refuses(ProblemCode.ScenarioBroken, ProblemCode.TooManyTrials);
    }

    internal static Results<Ok<ScenarioText>, ProblemHttpResult> Read(string scenarioName, SpaceDirectory spaces) =>
        (spaces.Templates.FirstOrDefault(t => t.Name == scenarioName) is { } template
            // The demo contact centre is what a scenario has that says nothing.
            ? template.ScenarioText ?? $"name: {scenarioName}\n"
            : ShippedScenarios.TextOf(scenarioName)) is { } text
            ? TypedResults.Ok(new ScenarioText(scenarioName, text))
            : SpaceFactory.UnknownScenario(spaces, scenarioName);

    internal static Ok<ScenarioCheck> Check(ScenarioDraft draft)
    {
        var load = ScenarioFiles.Parse(FileName, draft.Text);
        var sound = load.Scenarios.SingleOrDefault();
        return TypedResults.Ok(new ScenarioCheck(
            [.. load.Complaints.Concat(load.Warnings).Select(TrialMapping.ToContract)],
            sound?.Name,
            sound?.About is "" ? null : sound?.About));
    }

    internal static async Task<Results<Ok<ScenarioTrial>, ProblemHttpResult>> TryAsync(
        ScenarioDraft draft, ScenarioTrials trials, CancellationToken aborted)
    {
        var load = ScenarioFiles.Parse(FileName, draft.Text);
        if (load.Complaints.Count > 0)
        {
            return ProblemCode.ScenarioBroken.ToProblem(string.Join("\n", load.Complaints), load.Complaints);
        }

        var scenario = load.Scenarios[0];
        return await trials.TryAsync(scenario, aborted) is { } runs
            ? TypedResults.Ok(new ScenarioTrial(
                [.. runs.Select(TrialMapping.ToContract)],
                Math.Max(1, scenario.Space.Calls.Count) - runs.Count))
            : ProblemCode.TooManyTrials.ToProblem($"At most {ScenarioTrials.WaitingMax} wait to be tried.");
    }
}
