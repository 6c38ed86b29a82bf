namespace CecSim.Cli.Tests;

/// <summary>The claims of the protocol on a terminal, without a server.</summary>
public sealed class FidelityTests
{
    [Fact]
    public async Task A_section_is_listed_with_what_each_claim_rests_on_and_what_shows_it()
    {
        var (exitCode, output, errors) = await CecSimTool.RunAsync("fidelity", "--section", "5.3");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.StartsWith("5.3 getClickToCallEvents\n\n5.3/", output, StringComparison.Ordinal);
        Assert.Contains("5.3/hold-10s: ", output, StringComparison.Ordinal);
        Assert.Contains("  documented; Voice and Video Access, section 5\n", output, StringComparison.Ordinal);
        Assert.Contains("LongPollTests.", output, StringComparison.Ordinal);
        Assert.Matches("\n\n[0-9]+ claims\n$", output);
    }

    [Fact]
    public async Task A_basis_leaves_the_others_out()
    {
        var (_, output, _) = await CecSimTool.RunAsync("fidelity", "--basis", "inferred");

        Assert.Contains("\n  inferred\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n  documented;", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_is_asked_for_what_it_claims()
    {
        await using var cecsim = await CecSimTool.ServeAsync();
        var address = $"{cecsim.Address}";

        var own = await CecSimTool.RunAsync("fidelity", "--section", "5.3", "--json");
        var asked = await CecSimTool.RunAsync("fidelity", "--section", "5.3", "--json", "--server", address);
        var text = await CecSimTool.RunAsync("fidelity", "--section", "5.3", "--server", address);
        var none = await CecSimTool.RunAsync("fidelity", "--section", "5.33", "--server", address);
        var gone = await CecSimTool.RunAsync("fidelity", "--server", "http://127.0.0.1:1");

        Assert.Equal("5.3/", ((string?)JsonNode.Parse(own.Output)![0]!["id"])![..4]);
        Assert.Equal(own, asked);
        Assert.StartsWith("5.3 getClickToCallEvents\n\n5.3/", text.Output, StringComparison.Ordinal);
        Assert.Equal((2, 3), (none.ExitCode, gone.ExitCode));
        Assert.StartsWith("cecsim: There is no section 5.33.", none.Errors, StringComparison.Ordinal);
        Assert.StartsWith("cecsim: Nobody answers at http://127.0.0.1:1.", gone.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_section_that_is_not_there_is_told_with_those_that_are()
    {
        var (exitCode, output, errors) = await CecSimTool.RunAsync("fidelity", "--section", "5.33");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("cecsim: There is no section 5.33. There are 1, 2, 3, ", errors, StringComparison.Ordinal);
    }
}
