using System.Reflection;
using System.Text.RegularExpressions;

namespace CecSim.Client.Tests.Surface;

/// <summary>What others can use of an assembly: a line for each type and member, less what all records have.</summary>
internal static partial class PublicApi
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly) => string.Concat(
        assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal).Select(Of));

    private static string Of(Type type) => string.Concat(
        new[] { Heading(type) }.Concat(Members(type).Order(StringComparer.Ordinal).Select(m => $"  {m}"))
            .Select(line => line + "\n"));

    private static string Heading(Type type)
    {
        var kind = type.IsEnum ? "enum" : type.IsAbstract && !type.IsSealed ? "abstract class" : "class";
        var parent = type.BaseType == typeof(object) || type.IsEnum ? "" : $" : {NameOf(type.BaseType!)}";
        return $"{kind} {type.Namespace}.{NameOf(type)}{parent}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(n => $"{n} = {(int)Enum.Parse(type, n)}");
        }

        var constructors = type.GetConstructors(Own).Select(c => $"new({Parameters(c)})");
        var properties = type.GetProperties(Own).Where(p => p.Name != "EqualityContract").Select(Of);
        var methods = type.GetMethods(Own).Where(m => !m.IsSpecialName && !IsOfRecords(m)).Select(Of);
        return constructors.Concat(properties).Concat(methods);
    }

    private static string Of(PropertyInfo property)
    {
        var setter = property.SetMethod is not { IsPublic: true } set ? ""
            : set.ReturnParameter.GetRequiredCustomModifiers().Length > 0 ? " init;" : " set;";
        var isRequired = property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));
        return $"{(property.GetMethod!.IsStatic ? "static " : "")}{(isRequired ? "required " : "")}"
            + $"{NameOf(Nullability.Create(property))} {property.Name} {{ get;{setter} }}";
    }

    private static string Of(MethodInfo method)
    {
        var result = NameOf(Nullability.Create(method.ReturnParameter));
        return $"{(method.IsStatic ? "static " : "")}{result} {method.Name}({Parameters(method)})";
    }

    private static bool IsOfRecords(MethodInfo method) =>
        method.Name is "Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p =>
        $"{NameOf(Nullability.Create(p))} {p.Name}{(p.HasDefaultValue ? $" = {p.DefaultValue ?? "default"}" : "")}"));

    private static string NameOf(NullabilityInfo info)
    {
        var mark = info.ReadState == NullabilityState.Nullable && !info.Type.IsValueType ? "?" : "";
        return Nullable.GetUnderlyingType(info.Type) is { } value ? $"{NameOf(value)}?"
            : info.GenericTypeArguments.Length > 0
                ? $"{Bare(info.Type)}<{string.Join(", ", info.GenericTypeArguments.Select(NameOf))}>{mark}"
                : $"{NameOf(info.Type)}{mark}";
    }

    private static string NameOf(Type type)
    {
        var outer = type.IsNested && !type.IsGenericParameter ? $"{Bare(type.DeclaringType!)}." : "";
        var arguments = type.GetGenericArguments();
        return $"{outer}{Bare(type)}{(arguments.Length > 0 ? $"<{string.Join(", ", arguments.Select(NameOf))}>" : "")}";
    }

    private static string Bare(Type type) => Arity().Replace(type.Name, "");

    [GeneratedRegex("`[0-9]+")]
    private static partial Regex Arity();
}
