using System.Text.Json.Serialization.Metadata;

namespace CecSim.Server.OpenApi.Vendor;

/// <summary>What a client is told of an operation beside its path and its headers.</summary>
/// <param name="Summary">One line, without a full stop.</param>
/// <param name="Source">Where it is documented.</param>
/// <param name="Answer">The body of status 200.</param>
internal sealed record OperationContract(string Summary, string Source, JsonTypeInfo Answer)
{
    public string? Description { get; init; }

    public IReadOnlyList<FieldContract> Query { get; init; } = [];

    /// <summary>Empty for an operation without a body.</summary>
    public IReadOnlyList<FieldContract> Body { get; init; } = [];

    /// <summary>Whether a code other than 0 comes in a body with nothing but the code and its text.</summary>
    public bool HasResultCodes { get; init; }
}
