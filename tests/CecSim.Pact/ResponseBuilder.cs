namespace CecSim.Pacts;

/// <summary>The second half of an interaction: what the consumer needs of the answer, which may hold more.</summary>
public sealed class ResponseBuilder
{
    private readonly uint _interaction;

    internal ResponseBuilder(uint interaction) => _interaction = interaction;

    public ResponseBuilder WithStatus(int status)
    {
        PactCore.ResponseStatus(_interaction, (ushort)status);
        return this;
    }

    public ResponseBuilder WithHeader(string name, JsonNode match)
    {
        ArgumentNullException.ThrowIfNull(match);
        PactCore.WithHeader(_interaction, PactCore.PartResponse, name, 0, RequestBuilder.TextOf(match));
        return this;
    }

    public ResponseBuilder WithJsonBody(JsonObject body)
    {
        ArgumentNullException.ThrowIfNull(body);
        PactCore.WithBody(_interaction, PactCore.PartResponse, "application/json", body.ToJsonString());
        return this;
    }
}
