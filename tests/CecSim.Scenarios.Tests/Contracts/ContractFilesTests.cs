using CecSim.Scenarios.Contracts;

namespace CecSim.Scenarios.Tests.Contracts;

public sealed class ContractFilesTests
{
    private const string Head = "name: c\nabout: A call.\nsteps:\n";

    [Fact]
    public void A_contract_is_read_with_what_it_leaves_out()
    {
        var (contract, complaints) = ContractFiles.Parse("c.contract.yaml", Head +
            """
              - request: createClickToCall
              - { request: getClickToCallEvents, event: queued, atLeast: 0, atMost: 5 }
              - { request: getClickToCallEvents, status: 403 }
              - { request: createClickToCall, resultCode: 13, given: [no agent is signed in] }
            """);

        Assert.Empty(complaints);
        Assert.Equal(
            [
                new ContractStep(CecOperation.CreateClickToCall),
                new ContractStep(
                    CecOperation.GetClickToCallEvents, 0, 5, Event: new ContractEvent("queued", 168102)),
                new ContractStep(CecOperation.GetClickToCallEvents, Status: 403),
                new ContractStep(CecOperation.CreateClickToCall, ResultCode: "13"),
            ],
            contract!.Steps.Select(s => s with { Given = null }));
        Assert.Equal(["no agent is signed in"], contract.Steps[^1].Given!);
    }

    [Theory]
    [InlineData("  - request: createClickToCal", "4:14: 'createClickToCal' is not an operation")]
    [InlineData("  - { event: queued }", "4:5: the key 'request' is missing")]
    [InlineData("  - { request: getClickToCallEvents, evnt: queued }", "4:38: unknown key 'evnt'")]
    [InlineData("  - { request: getClickToCallEvents, event: queue }", "did you mean 'queued'?")]
    [InlineData("  - { request: send, event: queued }", "4:29: 'send' brings no events")]
    [InlineData("  - { request: send, atLeast: 2 }", "4:31: at least 2 is more than at most 1")]
    [InlineData("  - { request: send, status: 20 }", "4:30: '20' is not an HTTP status; allowed: 100 to 599")]
    public void What_is_wrong_is_told_with_its_place(string step, string complaint)
    {
        var (contract, complaints) = ContractFiles.Parse("c.contract.yaml", Head + step + "\n");

        Assert.Null(contract);
        Assert.Contains(complaint, Assert.Single(complaints).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("c.contract.yaml:4:", complaints[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_complaint() =>
        Assert.StartsWith(
            "none.contract.yaml: cannot be read",
            Assert.Single(ContractFiles.Load("none.contract.yaml").Complaints).ToString(),
            StringComparison.Ordinal);
}
