namespace CecSim.Pacts.Tests.Consumer;

/// <summary>The pact of <c>CecSim.Client</c> with CEC: kept by the client, and written into <c>pacts/</c>.</summary>
public sealed class ConsumerPactTests
{
    public static TheoryData<string> Descriptions => [.. PactInteraction.All.Select(m => m.Description)];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public async Task The_client_keeps_its_part(string description)
    {
        var meeting = PactInteraction.All.Single(m => m.Description == description);
        using var pact = PactFiles.OfClient();
        foreach (var interaction in meeting.Needs.Append(meeting))
        {
            interaction.AgreeOn(pact);
        }

        await pact.VerifyAsync(async address =>
        {
            using var caller = new Caller(address);
            await meeting.Act(caller);
        });
    }

    [Fact]
    public void The_pact_in_the_repository_is_what_is_agreed_here() => PactFiles.MustBeCommitted(WriteTo);

    [Fact]
    public void The_pact_is_the_same_to_the_byte_whatever_the_order_of_its_interactions()
    {
        var forwards = PactFiles.Written(folder => WriteTo(folder));
        var backwards = PactFiles.Written(folder => WriteTo(folder, reversed: true));

        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void Every_operation_of_the_server_is_granted_and_refused()
    {
        var served = Read("src", "CecSim.Server", "OpenApi", "vendor.json")["paths"]!.AsObject()
            .Select(path => WordOf(path.Key))
            .ToHashSet();
        var met = Read("pacts", "cecsim-client-cec.json")["interactions"]!.AsArray()
            .ToLookup(i => IsGranted(i!["response"]!), i => WordOf((string)i!["request"]!["path"]!));

        Assert.Equal(served.Order(), met[true].Distinct().Order());
        Assert.Equal(served.Order(), met[false].Distinct().Order());
    }

    private static string WordOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static bool IsGranted(JsonNode response)
    {
        var content = response["body"]!["content"]!;
        var code = (string?)(content["resultCode"] ?? content["returnCode"]);
        return (int?)response["status"] == 200 && (code is null or "0");
    }

    private static JsonNode Read(params string[] path) =>
        JsonNode.Parse(File.ReadAllText(Checkout.PathOf(path)))!;

    private static void WriteTo(string folder) => WriteTo(folder, reversed: false);

    private static void WriteTo(string folder, bool reversed)
    {
        using var pact = PactFiles.OfClient();
        var all = PactInteraction.All.SelectMany(m => m.Needs.Append(m)).Distinct().ToList();
        foreach (var interaction in reversed ? Enumerable.Reverse(all) : all)
        {
            interaction.AgreeOn(pact);
        }

        pact.Write(folder);
    }
}
