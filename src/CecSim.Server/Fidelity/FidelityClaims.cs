using CecSim.Control.Contracts;

namespace CecSim.Server.Fidelity;

/// <summary>All claims of FIDELITY.md, as they were when this was built.</summary>
public static class FidelityClaims
{
    private static readonly Lazy<IReadOnlyList<FidelityClaim>> Read = new(() =>
    {
        using var json = typeof(FidelityClaims).Assembly.GetManifestResourceStream("fidelity.json")!;
        return JsonSerializer.Deserialize(json, FidelityJson.Default.FidelityClaimArray)!;
    });

    public static IReadOnlyList<FidelityClaim> All => Read.Value;

    /// <summary>Those of a section and the sections below it, on a basis; null asks for any.</summary>
    /// <param name="section">Such as <c>5</c> or <c>5.3</c>.</param>
    /// <param name="basis">documented, found or inferred.</param>
    public static IReadOnlyList<FidelityClaim> Find(string? section, string? basis) =>
    [
        .. from claim in All
           where section is null || claim.Section == section
               || claim.Section.StartsWith(section + ".", StringComparison.Ordinal)
           where basis is null || claim.Basis.StartsWith(basis, StringComparison.Ordinal)
           select claim,
    ];
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FidelityClaim[]))]
internal sealed partial class FidelityJson : JsonSerializerContext;
