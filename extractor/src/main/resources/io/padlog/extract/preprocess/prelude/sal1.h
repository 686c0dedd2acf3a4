/* The first source annotation language, which SAL 2 replaced: nothing that its words say is used. */
#define __in
#define __out
#define __inout
#define __in_opt
#define __out_opt
#define __inout_opt
#define __in_z
#define __in_z_opt
#define __out_z
#define __out_z_opt
#define __inout_z
#define __in_nz
#define __reserved
#define __notnull
#define __maybenull
#define __deref_in
#define __deref_out
#define __deref_inout
#define __deref_in_opt
#define __deref_out_opt
#define __deref_inout_opt
#define __deref_opt_in
#define __deref_opt_out
#define __deref_opt_inout
#define __deref_opt_out_opt
#define __deref_out_z
#define __deref_opt_out_z
#define __nullterminated
#define __nullnullterminated
#define __checkReturn
#define __callback
#define __override
#define __kernel_entry
#define __typefix
#define __notvalid
#define __valid
#define __null
#define __readonly
#define __refparam
#define __post
#define __pre
#define __deref
#define __exceptthat
#define __drv_sameIRQL
#define __drv_aliasesMem
#define __drv_interlocked
#define __drv_inTry
#define __drv_notInTry
#define __drv_useCancelIRQL
#define __in_ecount(size)
#define __in_ecount_opt(size)
#define __out_ecount(size)
#define __out_ecount_opt(size)
#define __inout_ecount(size)
#define __inout_ecount_opt(size)
#define __deref_in_ecount(size)
#define __deref_out_ecount(size)
#define __deref_out_ecount_opt(size)
#define __deref_inout_ecount(size)
#define __deref_opt_out_ecount(size)
#define __deref_opt_out_ecount_opt(size)
#define __deref_opt_inout_ecount(size)
#define __field_ecount(size)
#define __field_ecount_opt(size)
#define __out_ecount_part(size, length)
#define __out_ecount_part_opt(size, length)
#define __inout_ecount_part(size, length)
#define __inout_ecount_part_opt(size, length)
#define __field_ecount_part(size, length)
#define __field_ecount_part_opt(size, length)
#define __out_ecount_full(size)
#define __out_ecount_full_opt(size)
#define __inout_ecount_full(size)
#define __inout_ecount_full_opt(size)
#define __in_bcount(size)
#define __in_bcount_opt(size)
#define __out_bcount(size)
#define __out_bcount_opt(size)
#define __inout_bcount(size)
#define __inout_bcount_opt(size)
#define __deref_in_bcount(size)
#define __deref_out_bcount(size)
#define __deref_out_bcount_opt(size)
#define __deref_inout_bcount(size)
#define __deref_opt_out_bcount(size)
#define __deref_opt_out_bcount_opt(size)
#define __deref_opt_inout_bcount(size)
#define __field_bcount(size)
#define __field_bcount_opt(size)
#define __out_bcount_part(size, length)
#define __out_bcount_part_opt(size, length)
#define __inout_bcount_part(size, length)
#define __inout_bcount_part_opt(size, length)
#define __field_bcount_part(size, length)
#define __field_bcount_part_opt(size, length)
#define __out_bcount_full(size)
#define __out_bcount_full_opt(size)
#define __inout_bcount_full(size)
#define __inout_bcount_full_opt(size)
#define __in_xcount(size)
#define __in_xcount_opt(size)
#define __out_xcount(size)
#define __out_xcount_opt(size)
#define __inout_xcount(size)
#define __inout_xcount_opt(size)
#define __deref_in_xcount(size)
#define __deref_out_xcount(size)
#define __deref_out_xcount_opt(size)
#define __deref_inout_xcount(size)
#define __deref_opt_out_xcount(size)
#define __deref_opt_out_xcount_opt(size)
#define __deref_opt_inout_xcount(size)
#define __field_xcount(size)
#define __field_xcount_opt(size)
#define __out_xcount_part(size, length)
#define __out_xcount_part_opt(size, length)
#define __inout_xcount_part(size, length)
#define __inout_xcount_part_opt(size, length)
#define __field_xcount_part(size, length)
#define __field_xcount_part_opt(size, length)
#define __out_xcount_full(size)
#define __out_xcount_full_opt(size)
#define __inout_xcount_full(size)
#define __inout_xcount_full_opt(size)
#define __deref_ecount(size)
#define __deref_bcount(size)
#define __out_opt_bcount(size)
#define __in_range(low, high)
#define __out_range(low, high)
#define __field_range(low, high)
#define __success(condition)
#define __on_failure(annotation)
#define __struct_bcount(size)
#define __in_data_source(name)
#define __out_data_source(name)
#define __format_string
#define __out_awcount(condition, size)
#define __in_awcount(condition, size)
#define __nullable
