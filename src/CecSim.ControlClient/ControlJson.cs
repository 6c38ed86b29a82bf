using System.Text.Json.Serialization;

namespace CecSim.ControlClient;

/// <summary>The bodies of the control API.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(int))]
[JsonSerializable(typeof(ProviderStateCall))]
internal sealed partial class ControlJson : JsonSerializerContext;
