using CecSim.Simulation.Calls;

namespace CecSim.Cli.DryRuns;

/// <summary>A trial for people: a line for each request, with both its times.</summary>
internal static class LadderText
{
    public const string Heading = "    sent  answered  request                       answer\n";

    private const int TokenCharsShown = 8;

    public static string Of(DryRun run)
    {
        var text = new StringBuilder();
        var space = run.Scenario.Space;
        text.Append(CultureInfo.InvariantCulture, $"{space.Name} ({space.Profile.Name}, seed {space.Seed}), ");
        text.Append(run.RuleNumber is { } number ? $"rule {number}" : "no rule: the contact centre decides");
        if (run.Call is { } call)
        {
            text.Append(call.Media == MediaAbility.Video ? ", video" : ", voice")
                .Append($", user {VisibleText.Line(call.UserId)}\n\n");
            text.Append(Heading);
        }

        foreach (var rows in LadderRow.Folded(run.Rows))
        {
            text.Append(LineOf(rows)).Append('\n');
        }

        var took = run.Rows.Count == 0 ? "" : $"{Seconds(run.Rows[^1].AnsweredAt)} s: ";
        return text.Append($"\n{took}{run.Outcome}\n").ToString();
    }

    /// <summary>One request, or polls that brought nothing one after the other.</summary>
    public static string LineOf(IReadOnlyList<LadderRow> rows)
    {
        var (first, last) = (rows[0], rows[^1]);
        var times = $"{Seconds(first.SentAt),8}  {Seconds(last.AnsweredAt),8}";
        var status = last.Status?.ToString(CultureInfo.InvariantCulture) ?? "---";
        var line = $"{times}  {first.Method,-4} {first.Operation,-23}  {status} {last.ResultCode,-2}  {Said(rows)}";
        return VisibleText.Line(line.TrimEnd());
    }

    private static string Said(IReadOnlyList<LadderRow> rows)
    {
        var row = rows[^1];
        return row switch
        {
            { IsEmptyPoll: true } => rows.Count == 1 ? "no event" : $"no event, {rows.Count} times",
            { EventId: { } id } => $"{id} {row.Text("resultDesc")}{Content(row)}",
            { IsSuccess: true, Operation: "tokenByAkSk" } => $"access token {Start(row.Text("AccessToken"))}…",
            { IsSuccess: true } => "",
            _ => string.Join("; ", new[] { row.Text("exceptionInfo") ?? row.Text("resultDesc"), row.Note }
                .Where(t => !string.IsNullOrEmpty(t))),
        };
    }

    private static string Content(LadderRow row)
    {
        var content = row.Body?["content"];
        return content?["accessCode"] is { } code ? $", to {code}"
            : content?["causeId"] is { } cause ? $", cause {cause} {content["causeDesc"]}"
            : "";
    }

    private static string? Start(string? token) => token?[..Math.Min(TokenCharsShown, token.Length)];

    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
