using System.Reflection;

namespace CecSim.Server;

/// <summary>Which CecSim this is, as git told when it was built.</summary>
public static class ProductVersion
{
    /// <summary>With the commit, where it was built in a clone.</summary>
    public static string Full { get; } = typeof(ProductVersion).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Without the commit.</summary>
    public static string Text { get; } = Full.Split('+')[0];
}
