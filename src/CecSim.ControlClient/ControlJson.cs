using System.Text.Json;
using System.Text.Json.Serialization;

namespace CecSim.ControlClient;

/// <summary>The bodies of the control API.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(ProviderStateCall))]
[JsonSerializable(typeof(SpaceNews))]
internal sealed partial class ControlJson : JsonSerializerContext;
