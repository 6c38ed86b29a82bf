namespace CecSim.Control.Contracts;

/// <summary>How the bodies of the control API are written and read.</summary>
public static class ControlContract
{
    /// <summary>
    /// Names in camel case, what is null left out, enums as their words, and what is not known passed over. Made at
    /// build time: trimmed and natively compiled programs can use them.
    /// </summary>
    public static JsonSerializerOptions JsonOptions => ControlContractJson.Default.Options;
}
