# Finds ReadStat, which reads Stata's, SPSS's and SAS's files. Defines the imported target ReadStat::ReadStat.
find_library(ReadStat_LIBRARY NAMES readstat)
find_path(ReadStat_INCLUDE_DIR NAMES readstat.h)
include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(ReadStat REQUIRED_VARS ReadStat_LIBRARY ReadStat_INCLUDE_DIR
  REASON_FAILURE_MESSAGE "install libreadstat-dev")
if(ReadStat_FOUND AND NOT TARGET ReadStat::ReadStat)
  add_library(ReadStat::ReadStat UNKNOWN IMPORTED)
  set_target_properties(ReadStat::ReadStat PROPERTIES IMPORTED_LOCATION ${ReadStat_LIBRARY}
    INTERFACE_INCLUDE_DIRECTORIES ${ReadStat_INCLUDE_DIR})
endif()
