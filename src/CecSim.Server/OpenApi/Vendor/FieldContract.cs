using System.Text.Json.Nodes;

namespace CecSim.Server.OpenApi.Vendor;

/// <summary>A field of a request, as a client is told of it. All of them are texts.</summary>
/// <param name="CharsMax">The longest that is taken; null where <paramref name="Allowed"/> says it all.</param>
/// <param name="Allowed">The only values; empty for any.</param>
internal sealed record FieldContract(string Name, string Description, int? CharsMax, params string[] Allowed)
{
    public bool IsRequired { get; init; } = true;

    /// <summary>Whether it is bytes in Base64.</summary>
    public bool IsBase64 { get; init; }

    /// <summary>Whether what breaks the rules of this field is refused.</summary>
    public bool IsChecked { get; init; } = true;

    public FieldContract Optional => this with { IsRequired = false };

    public FieldContract Unchecked => this with { IsRequired = false, IsChecked = false };

    public JsonObject ToSchema()
    {
        var schema = new JsonObject { ["type"] = "string", ["description"] = Description };
        if (Allowed.Length > 0)
        {
            schema["enum"] = new JsonArray([.. Allowed.Select(a => JsonValue.Create(a))]);
        }

        if (IsBase64)
        {
            schema["contentEncoding"] = "base64";
        }
        else if (CharsMax is { } max)
        {
            schema["minLength"] = IsRequired ? 1 : 0;
            schema["maxLength"] = max;
        }

        return schema;
    }
}
