using System.Globalization;
using System.Text;
using CecSim.Simulation;
using CecSim.Simulation.Calls;

namespace CecSim.Cli.Trying;

/// <summary>A trial for people: a line for each request, with both its times.</summary>
internal static class LadderText
{
    public const string Heading = "    sent  answered  request                       answer\n";

    private const int TokenCharsShown = 8;

    public static string Of(Trial trial)
    {
        var text = new StringBuilder();
        var space = trial.Scenario.Space;
        text.Append(CultureInfo.InvariantCulture, $"{space.Name} ({space.Profile.Name}, seed {space.Seed}), ");
        text.Append(trial.RuleNumber is { } number ? $"rule {number}" : "no rule: the contact centre decides");
        if (trial.Call is { } call)
        {
            text.Append(call.Media == MediaAbility.Video ? ", video" : ", voice")
                .Append($", user {VisibleText.Line(call.UserId)}\n\n");
            text.Append(Heading);
        }

        foreach (var rungs in Folded(trial.Rungs))
        {
            text.Append(LineOf(rungs)).Append('\n');
        }

        var took = trial.Rungs.Count == 0 ? "" : $"{Seconds(trial.Rungs[^1].AnsweredAt)} s: ";
        return text.Append($"\n{took}{trial.Outcome}\n").ToString();
    }

    /// <summary>Polls that brought nothing, one after the other, make one line.</summary>
    private static List<List<Rung>> Folded(IReadOnlyList<Rung> rungs)
    {
        var folded = new List<List<Rung>>();
        foreach (var rung in rungs)
        {
            if (rung.IsEmptyPoll && folded is [.., [.., { IsEmptyPoll: true }] empty])
            {
                empty.Add(rung);
            }
            else
            {
                folded.Add([rung]);
            }
        }

        return folded;
    }

    /// <summary>One request, or polls that brought nothing one after the other.</summary>
    public static string LineOf(IReadOnlyList<Rung> rungs)
    {
        var (first, last) = (rungs[0], rungs[^1]);
        var times = $"{Seconds(first.SentAt),8}  {Seconds(last.AnsweredAt),8}";
        var status = last.Status?.ToString(CultureInfo.InvariantCulture) ?? "---";
        var line = $"{times}  {first.Method,-4} {first.Operation,-23}  {status} {last.ResultCode,-2}  {Said(rungs)}";
        return VisibleText.Line(line.TrimEnd());
    }

    private static string Said(IReadOnlyList<Rung> rungs)
    {
        var rung = rungs[^1];
        return rung switch
        {
            { IsEmptyPoll: true } => rungs.Count == 1 ? "no event" : $"no event, {rungs.Count} times",
            { EventId: { } id } => $"{id} {rung.Text("resultDesc")}{Content(rung)}",
            { IsSuccess: true, Operation: "tokenByAkSk" } => $"access token {Start(rung.Text("AccessToken"))}…",
            { IsSuccess: true } => "",
            _ => string.Join("; ", new[] { rung.Text("exceptionInfo") ?? rung.Text("resultDesc"), rung.Note }
                .Where(t => !string.IsNullOrEmpty(t))),
        };
    }

    private static string Content(Rung rung)
    {
        var content = rung.Body?["content"];
        return content?["accessCode"] is { } code ? $", to {code}"
            : content?["causeId"] is { } cause ? $", cause {cause} {content["causeDesc"]}"
            : "";
    }

    private static string? Start(string? token) => token?[..Math.Min(TokenCharsShown, token.Length)];

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
