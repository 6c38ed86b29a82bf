namespace CecSim.Server.Tests.Control;

/// <summary>An answer of the control API.</summary>
internal sealed record Reply(int Status, string? ContentType, JsonNode? Body)
{
    public JsonNode this[string name] => Body![name] ?? throw new KeyNotFoundException($"No {name} in {Body}");

    /// <summary>Fails unless the answer is that problem, in the form of RFC 9457.</summary>
    public void MustBeProblem(int status, string code)
    {
        Assert.Equal($"urn:cecsim:problem:{code}", (string?)Body?["type"]);
        Assert.Equal(status, Status);
        Assert.Equal(status, (int?)Body?["status"]);
        Assert.NotEmpty((string?)Body?["title"] ?? "");
        Assert.NotEmpty((string?)Body?["detail"] ?? "");
        Assert.Equal("application/problem+json", ContentType);
    }

    public void MustBeJson(string json) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), Body), $"Expected\n{json}\ngot\n{Body}");
}
