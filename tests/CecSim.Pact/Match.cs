namespace CecSim.Pacts;

/// <summary>
/// What has to be true of a value besides being there, in the Pact core's integration JSON. Each takes an example:
/// what the mock server answers with, or the verifier sends.
/// </summary>
public static class Match
{
    private const string TypeKey = "pact:matcher:type";

    /// <summary>Any value of the example's JSON type.</summary>
    public static JsonObject Type(JsonNode example) => Of("type", example);

    /// <summary>A whole number.</summary>
    public static JsonObject WholeNumber(long example) => Of("integer", example);

    /// <summary>This very value, of this very JSON type: for codes, whose meaning is their value.</summary>
    public static JsonObject Equality(JsonNode value) => Of("equality", value);

    /// <summary>A text, or a number as it is written, that the expression matches.</summary>
    public static JsonObject Regex(JsonNode example, string expression)
    {
        var match = Of("regex", example);
        match["regex"] = expression;
        return match;
    }

    /// <summary>A list of at least so many elements, all of which are like the example.</summary>
    public static JsonObject EachLike(JsonNode example, int countMin = 1)
    {
        var match = Of("type", new JsonArray(example));
        match["min"] = countMin;
        return match;
    }

    /// <summary>Has the verifier put in what a provider state gave, as in <c>${userId}</c>.</summary>
    public static JsonObject FromState(this JsonObject match, string expression)
    {
        match["pact:generator:type"] = "ProviderState";
        match["expression"] = expression;
        return match;
    }

    private static JsonObject Of(string matcher, JsonNode example) =>
        new() { [TypeKey] = matcher, ["value"] = example };
}
