namespace CecSim.Cli.Contracts;

/// <summary><c>cecsim verify</c>: whether a client followed the ladder of a contract, and saw it.</summary>
internal static class VerifyCommand
{
    private static readonly Option<string> Contract = new("--contract")
    {
        Description = "The contract, *.contract.yaml.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> User = new("--user")
    {
        Description = "Whose requests; needed only where several users speak to the space.",
        HelpName = "ID",
    };

    private static readonly Option<string?> Pact = new("--pact")
    {
        Description = "Asks no server, but writes each step as an interaction of a Pact V4 file.",
        HelpName = "FILE",
    };

    public static Command Create() => new Command(
        "verify", "Checks the journal of a server against a contract: the ladder that a client must follow and see.")
    {
        Contract, User, Pact,
    }.OfSpace().Does(run =>
    {
        var contract = Load(run.Value(Contract)!, run.Terminal);
        return contract is null ? Task.FromResult(ExitCodes.WrongInput)
            : run.Value(Pact) is { } file ? Task.FromResult(Export(run, contract, file))
            : VerifyAsync(run, contract);
    });

    /// <summary>Reads a contract, and says on standard error what is wrong with it.</summary>
    /// <returns>Null where something is.</returns>
    public static SequenceContract? Load(string file, Terminal terminal)
    {
        var (contract, complaints) = ContractFiles.Load(file);
        ComplaintText.Tell(terminal, complaints);
        return contract;
    }

    private static async Task<int> VerifyAsync(ControlRun run, SequenceContract contract)
    {
        if (await run.FindSpaceAsync() is not { } space)
        {
            return ExitCodes.WrongInput;
        }

        var page = await space.Journal.SearchAsync(cancellationToken: run.Ends);
        var user = run.Value(User);
        var users = page.Entries.Select(e => e.User).OfType<string>().Distinct().ToList();
        if (user is null && users.Count > 1)
        {
            return run.Refuse(
                $"Several users speak there. Name one with --user ID: {string.Join(", ", users)}.");
        }

        if (page.Dropped > 0)
        {
            return run.Refuse(
                $"It cannot be known: the journal has dropped {page.Dropped} requests.", ExitCodes.Failed);
        }

        if (user is not null && !users.Contains(user))
        {
            var others = users.Count == 0 ? "." : $"; requests of {string.Join(", ", users)} did.";
            return run.Refuse($"No request of {user} came{others}", ExitCodes.Failed);
        }

        if (page.Entries.Count == 0)
        {
            return run.Refuse("No request came.", ExitCodes.Failed);
        }

        // Whose an access token will be is not known when it is fetched.
        var seen = page.Entries
            .Where(e => user is null || e.User is null || e.User == user)
            .Select(ObservedAnswer.Of)
            .ToList();
        return Tell(run, contract, seen);
    }

    private static int Tell(ControlRun run, SequenceContract contract, IReadOnlyList<ObservedAnswer> seen)
    {
        var complaint = ContractVerifier.ComplaintOf(contract, seen);
        run.Terminal.Output.WriteLine(ContractVerifier.TextOf(contract, complaint));
        return complaint is null ? ExitCodes.Success : ExitCodes.Failed;
    }

    private static int Export(ControlRun run, SequenceContract contract, string file)
    {
        var (pact, complaint) = ContractPact.Of(contract);
        if (pact is null)
        {
            return run.Refuse($"{contract.File}: {complaint}");
        }

        try
        {
            File.WriteAllText(file, pact);
            return ExitCodes.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return run.Refuse(e.Message, ExitCodes.Failed);
        }
    }
}
