namespace CecSim.Cli.Tests.Control;

/// <summary>Whatever the control API can do, a verb can do.</summary>
public sealed class VerbOperationsTests
{
    /// <summary>Operations that are of no use on a command line, each with its reason.</summary>
    private static readonly Dictionary<string, string> WithoutVerb = new()
    {
        ["get-scenarios-scenarioName"] = "cecsim scenarios NAME prints it without a server",
        ["post-scenarios-check"] = "cecsim check does it without a server",
        ["post-scenarios-try"] = "cecsim try does it without a server",
    };

    [Fact]
    public async Task Each_operation_of_the_control_API_has_a_verb_or_a_reason_to_have_none()
    {
        var called = VerbOperations.CalledMethods();

        var typed = (await ClientOperations.ReadAsync())
            .Where(m => m.Way.All(w => called.Contains(ClientMethod.NameOf(w))))
            .SelectMany(m => m.Operations)
            .Select(o => o.Id)
            .ToHashSet();

        Assert.Equal(
            WithoutVerb.Keys.Order(), ControlOperation.All.Select(o => o.Id).Where(o => !typed.Contains(o)).Order());
        Assert.All(WithoutVerb.Values, Assert.NotEmpty);
    }
}
