namespace CecSim.Pacts.Tests.Provider;

/// <summary>The server keeps every pact of <c>pacts/</c> that is with CEC, on a real socket.</summary>
public sealed class ProviderPactTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(PactFiles.Folder, $"*-{PactFiles.Cec}.json").Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_server_keeps_the_pact(string file)
    {
        await using var cec = await Cec.StartAsync();

        var (isKept, report) = await cec.Verifier().WithFileSource(Path.Combine(PactFiles.Folder, file)).VerifyAsync();

        Assert.True(isKept, report);
    }
}
