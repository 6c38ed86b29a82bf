namespace CecSim.Pacts;

/// <summary>The first half of an interaction: what is so, and what the consumer then asks.</summary>
public sealed class RequestBuilder
{
    private readonly uint _interaction;

    internal RequestBuilder(uint interaction) => _interaction = interaction;

    /// <summary>Something that is so before the request; several may be.</summary>
    public RequestBuilder Given(string state, JsonObject? parameters = null)
    {
        _ = PactCore.Given(_interaction, state, (parameters ?? []).ToJsonString());
        return this;
    }

    public RequestBuilder WithRequest(HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(method);
        PactCore.WithRequest(_interaction, method.Method, path);
        return this;
    }

    public RequestBuilder WithQuery(string name, JsonNode match)
    {
        ArgumentNullException.ThrowIfNull(match);
        PactCore.WithQueryParameter(_interaction, name, 0, TextOf(match));
        return this;
    }

    public RequestBuilder WithHeader(string name, JsonNode match)
    {
        ArgumentNullException.ThrowIfNull(match);
        PactCore.WithHeader(_interaction, PactCore.PartRequest, name, 0, TextOf(match));
        return this;
    }

    public RequestBuilder WithJsonBody(JsonObject body)
    {
        ArgumentNullException.ThrowIfNull(body);
        PactCore.WithBody(_interaction, PactCore.PartRequest, "application/json", body.ToJsonString());
        return this;
    }

    public ResponseBuilder WillRespond() => new(_interaction);

    // What is no object is meant to the letter.
    internal static string TextOf(JsonNode match) => match is JsonObject ? match.ToJsonString() : match.ToString();
}
