namespace CecSim.Cli.Tests.Contracts;

/// <summary>The contract that the repository ships, against a real call, a journal, and the committed pact.</summary>
public sealed class VerifyTests
{
    private static readonly string Shipped = Checkout.PathOf("scenarios", "connect-at-once.contract.yaml");

    [Fact]
    public async Task A_call_is_judged_while_it_runs_and_from_the_journal_afterwards()
    {
        await using var cec = await CecSimProcess.ServeAsync();
        var server = cec.Address.GetLeftPart(UriPartial.Authority);

        var called = await CecSimProcess.RunAsync("call", server, "--talk", "0.1", "--contract", Shipped);
        var verified = await CecSimProcess.RunAsync("verify", "--contract", Shipped, "--server", server);

        Assert.EndsWith("s: connect-at-once: kept\n", called.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (called.ExitCode, called.Errors));
        Assert.Equal((0, "connect-at-once: kept\n", ""), verified);
    }

    [Fact]
    public async Task A_ladder_that_is_another_is_told_and_fails()
    {
        await using var cec = await CecSimTool.ServeAsync();
        using var folder = new ScenarioFolder();
        var strict = folder.Write(
            "strict.contract.yaml",
            """
            name: strict
            about: Nobody may ask whether the channel takes calls.
            steps:
              - request: tokenByAkSk
              - { request: checkClickToCallSupport, atLeast: 0, atMost: 0 }
            """);
        var server = cec.Address.GetLeftPart(UriPartial.Authority);
        const string Complaint =
            "strict: broken: request 2, checkClickToCallSupport 0: expected was the end\n";

        var called = await CecSimTool.RunAsync("call", server, "--talk", "0", "--contract", strict);
        var verified = await CecSimTool.RunAsync("verify", "--contract", strict, "--server", server);

        Assert.EndsWith(Complaint, called.Output, StringComparison.Ordinal);
        Assert.Equal(1, called.ExitCode);
        Assert.Equal((1, Complaint, ""), verified);
    }

    [Fact]
    public async Task Where_several_users_speak_one_has_to_be_named()
    {
        await using var cec = await CecSimTool.ServeAsync();
        var server = cec.Address.GetLeftPart(UriPartial.Authority);
        foreach (var user in new[] { "ann", "bob" })
        {
            await CecSimTool.RunAsync("call", server, "--talk", "0", "--user", user);
        }

        var nobody = await CecSimTool.RunAsync("verify", "--contract", Shipped, "--server", server);

        Assert.Equal(2, nobody.ExitCode);
        Assert.Equal("cecsim: Several users speak there. Name one with --user ID: ann, bob.\n", nobody.Errors);
    }

    [Fact]
    public async Task A_user_of_whom_nothing_came_is_named_and_so_are_those_who_spoke()
    {
        await using var cec = await CecSimTool.ServeAsync();
        string[] verify = ["verify", "--contract", Shipped, "--server", cec.Address.GetLeftPart(UriPartial.Authority)];

        var silence = await CecSimTool.RunAsync(verify);
        var noUser = await CecSimTool.RunAsync([.. verify, "--user", "nobody"]);
        using var ann = await Customer.SignInAsync(cec.Address, "ann");
        var another = await CecSimTool.RunAsync([.. verify, "--user", "nobody"]);

        Assert.Equal((1, "", "cecsim: No request came.\n"), silence);
        Assert.Equal((1, "", "cecsim: No request of nobody came.\n"), noUser);
        Assert.Equal((1, "", "cecsim: No request of nobody came; requests of ann did.\n"), another);
    }

    [Fact]
    public async Task A_contract_with_a_mistake_is_refused_with_its_place()
    {
        using var folder = new ScenarioFolder();
        var wrong = folder.Write("wrong.contract.yaml", "name: wrong\nabout: x\nsteps:\n  - request: creat\n");

        foreach (var verb in new[] { "verify", "call" })
        {
            var run = await CecSimTool.RunAsync(verb, "--contract", wrong);
            Assert.Equal(2, run.ExitCode);
            Assert.StartsWith($"{wrong}:4:14: 'creat' is not an operation", run.Errors, StringComparison.Ordinal);
        }
    }

    /// <summary>The pact is verified against the server where all pacts are.</summary>
    [Fact]
    public async Task Its_steps_are_the_pact_in_the_repository()
    {
        using var folder = new ScenarioFolder();
        var file = folder.Write("written.json", "");

        var run = await CecSimTool.RunAsync("verify", "--contract", Shipped, "--pact", file);

        Assert.Equal((0, "", ""), run);
        var written = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        var committed = Checkout.PathOf("pacts", "connect-at-once-cec.json");
        if (!File.Exists(committed)
            || written != await File.ReadAllTextAsync(committed, TestContext.Current.CancellationToken))
        {
            File.Copy(file, committed, overwrite: true);
            Assert.Fail("pacts/connect-at-once-cec.json was not what the contract says. It is now: commit it.");
        }
    }
}
