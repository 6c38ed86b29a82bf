using CecSim.Server.Fidelity;

namespace CecSim.Cli;

/// <summary><c>cecsim fidelity</c>: what is claimed of CEC's protocol, how it is known and what shows it.</summary>
internal static class FidelityCommand
{
    private static readonly Option<string?> Section = new("--section")
    {
        Description = "Only this section of FIDELITY.md and those below it, such as 5 or 5.3.",
        HelpName = "S",
    };

    private static readonly Option<string?> Basis = new Option<string?>("--basis")
    {
        Description = "Only what is known in this way.",
    }.AcceptOnlyFromAmong("documented", "found", "inferred");

    private static readonly Option<Uri?> Server = new("--server")
    {
        Description = "What the server at this address claims; unless given, what this tool's own does.",
        HelpName = "URL",
        CustomParser = result => ServerOptions.Address(result.Tokens[0].Value, "--server", result),
    };

    public static Command Create()
    {
        var command = new Command(
            "fidelity", "Lists what is claimed of CEC's protocol, how it is known, what shows it.")
        {
            Section, Basis, Server, ServerOptions.Json,
        };
        ServerOptions.Key.AddTo(command);
        command.SetAction((parsed, ends) => parsed.GetValue(Server) is { } address
            ? ControlVerb.AskAsync(
                parsed,
                address,
                run => WriteAsync(parsed, (section, basis) => run.Server.ListClaimsAsync(section, basis, run.Ends)),
                ends)
            : WriteAsync(parsed, (section, basis) => Task.FromResult(FidelityClaims.Find(section, basis))));
        return command;
    }

    private static async Task<int> WriteAsync(
        ParseResult parsed, Func<string?, string?, Task<IReadOnlyList<FidelityClaim>>> find)
    {
        var (section, terminal) = (parsed.GetValue(Section), parsed.Terminal);
        var claims = await find(section, parsed.GetValue(Basis));
        if (claims.Count == 0 && (await find(section, null)).Count == 0)
        {
            var known = string.Join(", ", (await find(null, null)).Select(c => c.Section).Distinct());
            return terminal.Refuse($"There is no section {VisibleText.Line(section!)}. There are {known}.");
        }

        terminal.Output.Write(parsed.GetValue(ServerOptions.Json)
            ? AnswerJson.Of(claims, AnswerJson.Contract.IReadOnlyListFidelityClaim)
            : TextOf(claims));
        return ExitCodes.Success;
    }

    private static string TextOf(IReadOnlyList<FidelityClaim> claims)
    {
        var text = new StringBuilder();
        foreach (var chapter in claims.GroupBy(c => (c.Section, c.Title)))
        {
            text.Append(chapter.Key.Section).Append(' ').Append(chapter.Key.Title).Append("\n\n");
            foreach (var claim in chapter)
            {
                Write(text, claim);
            }
        }

        return $"{text}{(claims.Count == 1 ? "1 claim" : $"{claims.Count} claims")}\n";
    }

    private static void Write(StringBuilder text, FidelityClaim claim)
    {
        text.Append(claim.Id).Append(": ").Append(claim.Claim).Append('\n');
        text.Append("  ").Append(claim.Basis).Append('\n');
        if (claim.Against is not null)
        {
            text.Append("  against it: ").Append(claim.Against).Append('\n');
        }

        if (claim.Observable is not null)
        {
            text.Append("  seen as: ").Append(claim.Observable).Append('\n');
        }

        text.Append("  ").Append(Standing(claim)).Append("\n\n");
    }

    private static string Standing(FidelityClaim claim) => claim.Standing switch
    {
        "proven" => $"proven by {string.Join(", ", claim.Tests)}",
        "shown" => $"shown by {string.Join(", ", claim.Tests)}",
        "notProven" => $"not proven: {string.Join(", ", claim.Tests)} passed though it was false",
        "withoutTest" => "no test",
        _ => "not built",
    };
}
