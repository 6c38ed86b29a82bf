using System.Buffers;
using System.Text.Json;

namespace CecSim.Simulation.Tokens;

/// <summary>
/// Huawei's published check code URL-decodes and Base64-decodes the token and reads the user from the JSON inside:
/// <c>createTime</c> stands first and <c>channelId</c> last, the order between them is not known.
/// </summary>
internal static class MessagingTokenText
{
    public static string Write(
        MessagingTokenRequest request, string tenantSpaceId, DateTimeOffset createdAt, SeededRandom random)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("createTime", createdAt.ToUnixTimeMilliseconds());
            json.WriteString("tenantId", tenantSpaceId);
            json.WriteString("userId", request.UserId);
            json.WriteString("userName", request.UserName);
            json.WriteString("locale", request.Locale);

            // Two tokens of one user within one millisecond would else be the same text.
            json.WriteString("random", $"{random.Next():x16}");
            json.WriteString("channelId", request.ChannelId);
            json.WriteEndObject();
        }

        return Uri.EscapeDataString(Convert.ToBase64String(buffer.WrittenSpan));
    }
}
