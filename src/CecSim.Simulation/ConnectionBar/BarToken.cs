using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace CecSim.Simulation.ConnectionBar;

/// <summary>
/// The text of <c>sum_token</c> and <c>sum_refresh_token</c>: a JWT, as the sample's start <c>eyJhbGciOiJIUzI1NiI…</c>
/// shows. Its payload begins with <c>iat</c> in seconds, as the sample's does and RFC 7519 has it. Nobody verifies its
/// signature, so that is drawn; who sent it is looked up.
/// </summary>
public static class BarToken
{
    private static readonly string Head = Base64Url.EncodeToString("""{"alg":"HS256"}"""u8);

    internal static string Write(string tenantSpaceId, string account, DateTimeOffset at, SeededRandom random)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("iat", at.ToUnixTimeSeconds());
            json.WriteString("tenantSpaceId", tenantSpaceId);
            json.WriteString("userAccount", account);
            json.WriteEndObject();
        }

        var signature = $"{random.Next():x16}{random.Next():x16}{random.Next():x16}{random.Next():x16}";
        var signed = Base64Url.EncodeToString(Convert.FromHexString(signature));
        return $"{Head}.{Base64Url.EncodeToString(buffer.WrittenSpan)}.{signed}";
    }

    /// <returns>The space that a token says it is of; null when it is no token.</returns>
    public static string? TenantSpaceIdOf(string token)
    {
        if (token.Split('.') is not [_, var payload, _] || !Base64Url.IsValid(payload))
        {
            return null;
        }

        try
        {
            using var body = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return body.RootElement.ValueKind == JsonValueKind.Object
                && body.RootElement.TryGetProperty("tenantSpaceId", out var id)
                && id.ValueKind == JsonValueKind.String
                    ? id.GetString()
                    : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
