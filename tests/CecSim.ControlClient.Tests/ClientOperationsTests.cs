namespace CecSim.ControlClient.Tests;

/// <summary>Every operation of the control API's document can be had through the client.</summary>
public sealed class ClientOperationsTests
{
    [Fact]
    public async Task Each_operation_of_the_document_has_a_method_of_the_client()
    {
        var asked = (await ClientOperations.ReadAsync()).SelectMany(m => m.Operations).Select(o => o.Id);

        Assert.NotEmpty(ControlOperation.All);
        Assert.Empty(ControlOperation.All.Select(o => o.Id).Except(asked));
    }

    [Fact]
    public async Task Each_method_of_the_client_asks_for_one_operation_of_the_document()
    {
        var methods = await ClientOperations.ReadAsync();

        Assert.Empty(methods.Where(m => m.Operations.Count != 1).Select(m => m.ToString()));
    }

    [Fact]
    public async Task Each_query_parameter_of_the_document_can_be_given_to_the_client()
    {
        var given = (await ClientOperations.ReadAsync())
            .SelectMany(m => m.Operations.SelectMany(o => m.Query.Select(q => $"{o.Id}?{q}")));

        Assert.Empty(ControlOperation.All.SelectMany(o => o.Query.Select(q => $"{o.Id}?{q}")).Except(given));
    }
}
