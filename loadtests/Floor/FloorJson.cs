using System.Text.Json;
using System.Text.Json.Serialization;

namespace Floor;

internal sealed record TokenRequest(
    [property: JsonPropertyName("app_key")] string AppKey, [property: JsonPropertyName("app_secret")] string AppSecret);

internal sealed record TokenAnswer(
    string AppKey,
    string ApplyType,
    string AccessToken,
    string CreateTime,
    string Expires,
    string Scope,
    [property: JsonPropertyName("UserID")] string UserId);

internal sealed record UserRequest(string UserId);

internal sealed record MessagingToken(string ResultCode, string ResultDesc, string Token);

internal sealed record Answer(string ResultCode, string ResultDesc);

internal sealed record EventAnswer(string ResultCode, string ResultDesc, int EventId, string Content);

internal sealed record Push(int Event, string? ResultDesc);

internal sealed record CallBody(long Id, string UserId);

internal sealed record CallsBody(IReadOnlyList<CallBody> Calls);

internal sealed record SpaceBody(string Name, string AppKey, string AppSecret, IReadOnlyList<string> ChannelIds);

internal sealed record ProcessBody(
    long ManagedBytes, long ResidentBytes, int Threads, long PendingWork, long CpuMilliseconds, int HeldPolls);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TokenRequest))]
[JsonSerializable(typeof(UserRequest))]
[JsonSerializable(typeof(MessagingToken))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(EventAnswer))]
[JsonSerializable(typeof(Push))]
[JsonSerializable(typeof(CallsBody))]
[JsonSerializable(typeof(SpaceBody))]
[JsonSerializable(typeof(ProcessBody))]
internal sealed partial class FloorJson : JsonSerializerContext;

// CEC writes these names with a capital.
[JsonSerializable(typeof(TokenAnswer))]
internal sealed partial class TokenJson : JsonSerializerContext;
